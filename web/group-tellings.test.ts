import { expect, test } from 'vitest'
import { makeReport } from '../src/records/made-report.fixture.ts'
import { groupTellings } from './group-tellings.ts'

test('an article that tells a claim in two sentences, one of them twice, is one report', () => {
  const report = (id: string, articleId: string, start: number, ordinal: number) =>
    makeReport({ id, articleId, ordinal, sentence: { start, end: start + 50 } })
  const tellings = groupTellings([
    report('c', 'one', 200, 4),
    report('d', 'two', 0, 0),
    report('b', 'one', 10, 2),
    report('a', 'one', 10, 1),
  ])
  expect(
    tellings.map(({ articleId, passages }) => [articleId, passages.map((p) => p.reports.map((r) => r.id))]),
  ).toEqual([
    ['one', [['a', 'b'], ['c']]],
    ['two', [['d']]],
  ])
})
