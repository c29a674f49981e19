import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeArticle } from '../../../src/ledger/test-records.fixture.ts'
import { compareVersions } from '../../../src/weigh/compare-versions.ts'
import { lineUpVersions } from './line-up-versions.ts'

const align = (earlier: string, later: string) => {
  const { sentences } = compareVersions(
    { article: makeArticle({ text: earlier }), reading: null },
    { article: makeArticle({ text: later }), reading: null },
    () => null,
  )
  return lineUpVersions(sentences, earlier, later).map((row) =>
    row.kind === 'same'
      ? later.slice(row.span.start, row.span.end)
      : [row.sentence.before?.text ?? null, row.sentence.after?.text ?? null],
  )
}

test('what stayed is one run, what changed stands beside what it was', () => {
  expect(
    align(
      'The pier is open. The mayor said so.\n\nNobody was hurt. Two boats sank on Monday night.',
      'The pier is open. The mayor said so.\n\nNobody was hurt. Three boats sank on Monday night.',
    ),
  ).toEqual([
    'The pier is open. The mayor said so.\n\nNobody was hurt.',
    ['Two boats sank on Monday night.', 'Three boats sank on Monday night.'],
  ])
})

test('a sentence that was cut has its row where it stood', () => {
  expect(
    align(
      'The pier is open. Ress had been warned twice about the light. Nobody was hurt. It rained all night.',
      'The pier is open.  Nobody was hurt.\n\nIt rained all night.',
    ),
  ).toEqual([
    'The pier is open.',
    ['Ress had been warned twice about the light.', null],
    'Nobody was hurt.\n\nIt rained all night.',
  ])
})

const sentence = fc.constantFrom(
  'The pier is open.',
  'Ress had been warned twice about the light.',
  'Nobody was hurt on the quay.',
  'Two boats sank on Monday night.',
  'Three boats sank on Monday night.',
  'The union will not talk before Friday.',
)
const text = fc.array(sentence, { maxLength: 8 }).map((sentences) => sentences.join(' '))

test('whatever changed, the later text is there once and in its order', () => {
  fc.assert(
    fc.property(text, text, (earlier, later) => {
      const shown = align(earlier, later).flatMap((row) => (typeof row === 'string' ? row : (row[1] ?? [])))
      expect(shown.join('').replace(/\s+/g, '')).toBe(later.replace(/\s+/g, ''))
    }),
  )
})
