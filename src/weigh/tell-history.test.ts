import { expect, test } from 'vitest'
import { makeReport, noProvenance } from '../records/made-report.fixture.ts'
import type { Origin } from '../records/origin.ts'
import type { Report } from '../records/report.ts'
import { tellHistory } from './tell-history.ts'

const at = (day: number) => `2025-11-${day}T10:00:00Z`
const toReport = (id: string, day: number, proposition: string, more: Partial<Report> = {}) =>
  makeReport({ id, proposition, publishedAt: at(day), ...more })
const kinds = (reports: Report[]) =>
  tellHistory(reports, noProvenance).map(({ kind, reportId }) => `${kind} ${reportId}`)

const offer = 'Quintero offered to step down'

test('a hedge that is dropped, and one that is added', () => {
  expect(kinds([toReport('a', 20, offer, { modality: 'hedged' }), toReport('b', 21, offer)])).toEqual([
    'first-seen a',
    'hedge-dropped b',
  ])
  expect(kinds([toReport('b', 21, offer, { modality: 'hedged' }), toReport('a', 20, offer)])).toEqual([
    'first-seen a',
    'hedge-added b',
  ])
})

test('a denial is another’s; who takes back the own word retracts', () => {
  const said = toReport('a', 20, offer, { source: 'Arce', sourceEntity: 'Tomás Arce' })
  const denied = toReport('b', 21, offer, { stance: 'denies', source: 'Marsh', sourceEntity: 'Helen Marsh' })
  const retracted = toReport('c', 22, offer, { stance: 'denies', source: 'he', sourceEntity: 'Tomás Arce' })
  expect(kinds([retracted, said, denied])).toEqual(['first-seen a', 'denied b', 'retracted c'])
})

test('a doubt is told as one, and who doubts has not denied', () => {
  const said = toReport('a', 20, offer)
  const doubted = toReport('b', 21, offer, { stance: 'doubts', modality: 'hedged', source: 'Marsh' })
  expect(kinds([doubted, said])).toEqual(['first-seen a', 'doubted b'])
})

test('a figure that changes is told once', () => {
  const reports = [12, 15, 12].map((dead, i) =>
    toReport(`${i}`, 20 + i, `${dead} people were killed in Tera`),
  )
  expect(kinds(reports)).toEqual(['first-seen 0', 'figure-changed 1'])
})

test('what was planned has happened', () => {
  const reports = [
    toReport('a', 22, 'Veresk will receive Roake', { modality: 'planned' }),
    toReport('b', 26, 'Veresk received Roake', { modality: 'fact' }),
  ]
  expect(kinds(reports)).toEqual(['first-seen a', 'planned-happened b'])
})

test('the second origin is told at its first report', () => {
  const toOrigin = (id: string, reports: string[]): Origin => ({
    id,
    kind: 'institution',
    name: id,
    country: null,
    interest: null,
    side: 'support',
    isCounted: true,
    identities: [],
    why: '',
    reports,
  })
  const reports = [toReport('a', 20, offer), toReport('b', 21, offer), toReport('c', 22, offer)]
  const origins = [toOrigin('Arce', ['a', 'b']), toOrigin('Adair', ['c'])]
  expect(tellHistory(reports, { ...noProvenance, origins })).toContainEqual({
    kind: 'second-origin',
    at: at(22),
    reportId: 'c',
    before: 'Arce',
    after: 'Adair',
    edit: null,
  })
})
