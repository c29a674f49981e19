import { expect, test } from 'vitest'
import { makeLink, makeReport } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { tellNews } from './tell-news.ts'
import { toClaim } from './to-claim.ts'

const said = (id: string, outlet: string, day: number, speaker: string, more: Partial<Report> = {}): Report =>
  makeReport({
    id,
    outlet,
    publishedAt: `2026-03-0${day}T10:00:00Z`,
    proposition: 'the harbour of Selgrad is closed',
    source: speaker,
    sourceEntity: speaker,
    chain: [
      makeLink({ kind: 'outlet', how: 'prints', name: outlet }),
      makeLink({ kind: 'person', how: 'says', name: speaker, words: speaker }),
    ],
    ...more,
  })

/** What is new of the claim of all these reports to whom the named ones are news. */
function newsOf(reports: readonly Report[], freshIds: readonly string[], against: readonly Report[][] = []) {
  const claim = toClaim(reports, { copies: [], stories: [], against })
  const others = new Map(against.flat().map((report) => [report.id, report]))
  return tellNews(claim, {
    isFresh: (id) => freshIds.includes(id),
    findReport: (id) => others.get(id) ?? null,
  }).map(({ kind, report, before, after }) => ({ kind, report: report.id, before, after }))
}

const brandt = said('r1', 'Coastal Courier', 1, 'Ilse Brandt')
const again = said('r2', 'Daily Pier', 2, 'Ilse Brandt')
const arce = said('r3', 'Night Gazette', 3, 'Tomás Arce')

test('a claim that only fresh reports tell is new, and that is all; one without them has no news', () => {
  expect(newsOf([brandt, arce], ['r1', 'r3'])).toEqual([
    { kind: 'new-claim', report: 'r1', before: null, after: 'the harbour of Selgrad is closed' },
  ])
  expect(newsOf([brandt, arce], [])).toEqual([])
})

test('another outlet that repeats the same speaker is no news; another speaker is', () => {
  expect(newsOf([brandt, again], ['r2'])).toEqual([])
  expect(newsOf([brandt, again, arce], ['r2', 'r3'])).toEqual([
    { kind: 'new-origin', report: 'r3', before: 'Ilse Brandt', after: 'Tomás Arce' },
  ])
})

test('an earlier report found late adds no origin that was known', () => {
  expect(newsOf([brandt, again], ['r1'])).toEqual([])
})

test('the first denial is news, a further one is not', () => {
  const denial = said('r4', 'El Faro', 4, 'Petra Lindqvist', { stance: 'denies', modality: 'denied' })
  const further = said('r5', 'Daily Pier', 5, 'Anton Veresk', { stance: 'denies', modality: 'denied' })
  expect(newsOf([brandt, denial], ['r4'])).toEqual([
    { kind: 'denied', report: 'r4', before: null, after: 'Petra Lindqvist' },
  ])
  expect(newsOf([brandt, denial, further], ['r5'])).toEqual([])
})

test('who takes back what he said himself retracts it', () => {
  const denial = said('r4', 'El Faro', 4, 'Ilse Brandt', { stance: 'denies', modality: 'denied' })
  expect(newsOf([brandt, denial], ['r4'])).toMatchObject([{ kind: 'retracted', report: 'r4' }])
})

test('a hedge that is dropped is news where a fresh report drops it', () => {
  const hedged = said('r0', 'El Faro', 1, 'Ilse Brandt', { modality: 'hedged' })
  const dropped = { kind: 'hedge-dropped', report: 'r2', before: 'hedged', after: 'reported' }
  expect(newsOf([hedged, again], ['r2'])).toEqual([dropped])
  expect(newsOf([hedged, again, arce], ['r3'])).toMatchObject([{ kind: 'new-origin' }])
})

test('a claim that somebody now contradicts in another claim names the other side', () => {
  const open = said('x1', 'El Faro', 5, 'Petra Lindqvist', { proposition: 'the harbour is not closed' })
  expect(newsOf([brandt], ['x1'], [[open]])).toMatchObject([{ report: 'x1' }])
  expect(newsOf([brandt], [], [[open]])).toEqual([])
})
