import { expect, test } from 'vitest'
import { makeReport, noProvenance } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { dateWords } from './date-words.ts'
import { tellHistory } from './tell-history.ts'

const toReport = (articleId: string, proposition: string, more: Partial<Report> = {}) =>
  makeReport({
    id: `${articleId} ${proposition}`,
    articleId,
    proposition,
    sentenceText: `Arce said that ${proposition}.`,
    publishedAt: '2025-11-20T10:00:00Z',
    source: 'Arce',
    sourceEntity: 'Tomás Arce',
    ...more,
  })
const version = (articleId: string, day: number, reports: Report[], more = '') => ({
  articleId,
  firstSeenAt: `2025-11-${day}T09:00:00.000Z`,
  text: [...reports.map(({ sentenceText }) => sentenceText), more].join(' '),
  reports,
})
const dated = (now: Report, ...versions: ReturnType<typeof version>[]) =>
  dateWords([now], [{ pageId: 'p', outlet: 'The Wexford Examiner', versions }])[0]?.addedAt ?? null

const offer = 'Quintero offered to step down in Selgrad'
const toll = (n: number) => `${n} dockers were killed in the fire at Tera`

test('words that a page has only since it was changed are of the day of the change', () => {
  const now = toReport('v3', offer)
  expect(dated(now, version('v1', 20, []), version('v2', 22, [now]), version('v3', 23, [now]))).toBe(
    '2025-11-22T09:00:00.000Z',
  )
})

test('words that it had from the first are of its own day', () => {
  const now = toReport('v2', offer)
  expect(dated(now, version('v1', 20, [toReport('v1', offer)]), version('v2', 22, [now]))).toBeNull()
  expect(dated(now, version('v1', 20, [], now.sentenceText), version('v2', 22, [now]))).toBeNull()
  const reworded = toReport('v1', 'in Selgrad, Quintero offered to step down')
  expect(dated(now, version('v1', 20, [reworded]), version('v2', 22, [now]))).toBeNull()
})

test('another figure, another day or a denial is new with the version that gives it', () => {
  const change = '2025-11-22T09:00:00.000Z'
  expect(
    dated(
      toReport('v2', toll(15)),
      version('v1', 20, [toReport('v1', toll(12))]),
      version('v2', 22, [toReport('v2', toll(15))]),
    ),
  ).toBe(change)
  const denied = toReport('v2', offer, {
    stance: 'denies',
    modality: 'denied',
    sentenceText: `Arce denied that ${offer}.`,
  })
  expect(dated(denied, version('v1', 20, [toReport('v1', offer)]), version('v2', 22, [denied]))).toBe(change)
})

test('what came back is of the day on which it came back', () => {
  const now = toReport('v3', offer)
  expect(dated(now, version('v1', 20, [now]), version('v2', 22, []), version('v3', 24, [now]))).toBe(
    '2025-11-24T09:00:00.000Z',
  )
})

test('history tells words at the time at which they were first seen', () => {
  const first = makeReport({ id: 'other', proposition: toll(12), publishedAt: '2025-11-21T10:00:00Z' })
  const corrected = toReport('v2', toll(15), { addedAt: '2025-11-22T09:00:00.000Z' })
  expect(tellHistory([corrected, first], noProvenance).map(({ kind, at }) => `${kind} ${at}`)).toEqual([
    'first-seen 2025-11-21T10:00:00Z',
    'figure-changed 2025-11-22T09:00:00.000Z',
  ])
})
