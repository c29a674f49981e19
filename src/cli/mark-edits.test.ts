import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeArticle } from '../ledger/test-records.fixture.ts'
import { compareVersions } from '../weigh/compare-versions.ts'
import { markEdits } from './mark-edits.ts'

const marks = { cut: (words: string) => `[-${words}-]`, added: (words: string) => `{+${words}+}` }
const markAll = (before: string, after: string) =>
  compareVersions(
    { article: makeArticle({ text: before }), reading: null },
    { article: makeArticle({ text: after }), reading: null },
    () => null,
  ).sentences.map((sentence) => markEdits(sentence, marks))

test('words stand where they stood and stand', () => {
  expect(
    markAll('The mayor denied that the light had failed.', 'The mayor confirmed that the light failed.'),
  ).toEqual(['The mayor [-denied-]{+confirmed+} that the light [-had-] failed.'])
  expect(markAll('The light failed.', 'The old light failed twice.')).toEqual([
    'The {+old+} light failed {+twice+}.',
  ])
  expect(markAll('The light failed. It rained.', 'The light failed.')).toEqual(['[-It rained.-]'])
})

test('without what was put in, what is left is the earlier sentence; without what was cut, the later', () => {
  const word = fc.constantFrom('the', 'light', 'failed', 'twice', 'Arce', '11', ',', 'on', 'Friday')
  const sentence = fc
    .array(word, { minLength: 3, maxLength: 12 })
    .map((words) => `Here ${words.join(' ')} stands.`)
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const squeeze = (text: string) => text.replace(/\s/g, '')
      const sentences = markAll(before, after)
      const was = sentences.map((marked) => marked.replace(/\{\+.*?\+\}/g, '').replace(/\[-(.*?)-\]/g, '$1'))
      const is = sentences.map((marked) => marked.replace(/\[-.*?-\]/g, '').replace(/\{\+(.*?)\+\}/g, '$1'))
      if (sentences.length === 0) return
      expect(squeeze(was.join(''))).toBe(squeeze(before))
      expect(squeeze(is.join(''))).toBe(squeeze(after))
    }),
  )
})
