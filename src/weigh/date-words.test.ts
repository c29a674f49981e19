import { expect, test } from 'vitest'
import { makeReport, noProvenance } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { toPages, toSaid, toVersion } from './changed-page.fixture.ts'
import { dateWords } from './date-words.ts'
import type { ReportedVersion } from './tell-edits.ts'
import { tellHistory } from './tell-history.ts'

const dated = (now: Report, ...versions: ReportedVersion[]) =>
  dateWords([now], toPages(...versions))[0]?.addedAt ?? null

const offer = 'Quintero offered to step down in Selgrad'
const toll = (n: number) => `${n} dockers were killed in the fire at Tera`

test('words that a page has only since it was changed are of the day of the change', () => {
  const now = toSaid('v3', offer)
  expect(dated(now, toVersion('v1', 20, []), toVersion('v2', 22, [now]), toVersion('v3', 23, [now]))).toBe(
    '2025-11-22T09:00:00.000Z',
  )
})

test('words that it had from the first are of its own day', () => {
  const now = toSaid('v2', offer)
  expect(dated(now, toVersion('v1', 20, [toSaid('v1', offer)]), toVersion('v2', 22, [now]))).toBeNull()
  expect(dated(now, toVersion('v1', 20, [], now.sentenceText), toVersion('v2', 22, [now]))).toBeNull()
  const reworded = toSaid('v1', 'in Selgrad, Quintero offered to step down')
  expect(dated(now, toVersion('v1', 20, [reworded]), toVersion('v2', 22, [now]))).toBeNull()
})

test('another figure, another day or a denial is new with the version that gives it', () => {
  const change = '2025-11-22T09:00:00.000Z'
  expect(
    dated(
      toSaid('v2', toll(15)),
      toVersion('v1', 20, [toSaid('v1', toll(12))]),
      toVersion('v2', 22, [toSaid('v2', toll(15))]),
    ),
  ).toBe(change)
  const denied = toSaid('v2', offer, {
    stance: 'denies',
    modality: 'denied',
    sentenceText: `Arce denied that ${offer}.`,
  })
  expect(dated(denied, toVersion('v1', 20, [toSaid('v1', offer)]), toVersion('v2', 22, [denied]))).toBe(
    change,
  )
})

test('what came back is of the day on which it came back', () => {
  const now = toSaid('v3', offer)
  expect(dated(now, toVersion('v1', 20, [now]), toVersion('v2', 22, []), toVersion('v3', 24, [now]))).toBe(
    '2025-11-24T09:00:00.000Z',
  )
})

test('history tells words at the time at which they were first seen', () => {
  const first = makeReport({ id: 'other', proposition: toll(12), publishedAt: '2025-11-21T10:00:00Z' })
  const corrected = toSaid('v2', toll(15), { addedAt: '2025-11-22T09:00:00.000Z' })
  expect(tellHistory([corrected, first], noProvenance).map(({ kind, at }) => `${kind} ${at}`)).toEqual([
    'first-seen 2025-11-21T10:00:00Z',
    'figure-changed 2025-11-22T09:00:00.000Z',
  ])
})
