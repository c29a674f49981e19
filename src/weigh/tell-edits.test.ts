import { expect, test } from 'vitest'
import { makeClaim } from '../ledger/test-records.fixture.ts'
import { makeReport } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { tellEdits } from './tell-edits.ts'

const toReport = (articleId: string, proposition: string, more: Partial<Report> = {}) =>
  makeReport({
    id: `${articleId} ${proposition}`,
    articleId,
    proposition,
    sentenceText: `Arce said that ${proposition}.`,
    publishedAt: '2025-11-21T10:00:00Z',
    source: 'Arce',
    sourceEntity: 'Tomás Arce',
    ...more,
  })
const toVersion = (articleId: string, day: number, reports: Report[], more = '') => ({
  articleId,
  firstSeenAt: `2025-11-${day}T10:00:00.000Z`,
  text: [...reports.map(({ sentenceText }) => sentenceText), more].join(' '),
  reports,
})
const page = (...versions: ReturnType<typeof toVersion>[]) => [
  { pageId: 'p', outlet: 'The Wexford Examiner', versions },
]

const call = (day: number) => `Quintero made the call to Marsh on ${day} November`
const now = toReport('v2', call(18))
const claim = makeClaim('c', [toReport('other', call(18)), now])

test('a page that said it in other words before says so', () => {
  const edits = tellEdits(
    claim,
    page(toVersion('v1', 21, [toReport('v1', call(19))]), toVersion('v2', 22, [now])),
  )
  expect(edits).toEqual([
    {
      kind: 'edited',
      at: '2025-11-22T10:00:00.000Z',
      reportId: now.id,
      before: call(19),
      after: call(18),
      edit: { pageId: 'p', outlet: 'The Wexford Examiner', beforeArticleId: 'v1', afterArticleId: 'v2' },
    },
  ])
})

test('a page that does not say it any more, and one that says it now, are told', () => {
  const said = toReport('v1', call(18))
  expect(
    tellEdits(
      makeClaim('c', [toReport('other', call(18))]),
      page(toVersion('v1', 21, [said]), toVersion('v2', 22, [])),
    ),
  ).toMatchObject([{ before: call(18), after: null, reportId: null }])
  expect(tellEdits(claim, page(toVersion('v1', 21, []), toVersion('v2', 22, [now])))).toMatchObject([
    { before: null, after: call(18), reportId: now.id },
  ])
})

test('the same words, denied before and reported now', () => {
  const denied = toReport('v1', call(18), { modality: 'hedged', sentenceText: 'Arce may have said so.' })
  expect(tellEdits(claim, page(toVersion('v1', 21, [denied]), toVersion('v2', 22, [now])))).toMatchObject([
    { before: `${call(18)} (Arce, hedged)`, after: `${call(18)} (Arce, reported)` },
  ])
})

test('a sentence that stands in both versions was not edited, whatever is made of it', () => {
  const said = toReport('v1', call(18))
  expect(tellEdits(claim, page(toVersion('v1', 21, [said]), toVersion('v2', 22, [now])))).toEqual([])
  expect(
    tellEdits(
      makeClaim('c', [toReport('other', call(18))]),
      page(toVersion('v1', 21, [said]), toVersion('v2', 22, [], said.sentenceText)),
    ),
  ).toEqual([])
})
