import { expect, test } from 'vitest'
import { makeArticle } from '../src/ledger/test-records.fixture.ts'
import { compareVersions } from '../src/weigh/compare-versions.ts'
import { cutEdits } from './cut-edits.ts'

const pieces = (before: string, after: string) =>
  compareVersions(
    { article: makeArticle({ text: before }), reading: null },
    { article: makeArticle({ text: after }), reading: null },
    () => null,
  ).sentences.flatMap(cutEdits)

test('what was cut and what was put in stand among what stayed', () => {
  const found = pieces(
    'The mayor denied that the light had failed.',
    'The mayor confirmed that the light failed.',
  )
  expect(found.map(({ kind, words }) => [kind, words])).toEqual([
    ['same', 'The mayor '],
    ['cut', 'denied'],
    ['added', 'confirmed'],
    ['same', ' that the light'],
    ['same', ' '],
    ['cut', 'had'],
    ['same', ' failed.'],
  ])
  expect(new Set(found.map(({ kind, at }) => `${kind} ${at}`)).size).toBe(found.length)
})

test('a sentence that was added or cut is one piece', () => {
  expect(pieces('It rained.', 'It rained. The pier held all night long.')).toMatchObject([
    { kind: 'added', words: 'The pier held all night long.' },
  ])
})
