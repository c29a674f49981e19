import { expect, test } from 'vitest'
import { makeReport, noProvenance } from '../records/made-report.fixture.ts'
import type { Origin, Provenance } from '../records/origin.ts'
import type { Report } from '../records/report.ts'
import { findDisagreements } from './find-disagreements.ts'

const toReport = (id: string, proposition: string, more: Partial<Report> = {}) =>
  makeReport({ id, proposition, ...more })
const toOrigin = (id: string, reports: string[], side: Origin['side'] = 'support'): Origin => ({
  id: `${side} ${id}`,
  kind: 'institution',
  name: id,
  country: null,
  interest: null,
  side,
  isCounted: side === 'support',
  identities: [],
  why: '',
  reports,
})
const from = (...origins: Origin[]): Provenance => ({ ...noProvenance, origins, independent: origins.length })

test('a denial stands beside what it denies, with who stands on each side', () => {
  const said = toReport('a', 'Quintero asked for an amnesty')
  const denied = toReport('b', 'Quintero asked for an amnesty', {
    stance: 'denies',
    publishedAt: '2025-11-22T10:00:00Z',
  })
  expect(
    findDisagreements(
      [denied, said],
      from(toOrigin('officials', ['a']), toOrigin('Arce', ['b'], 'deny')),
      [],
    ),
  ).toEqual([
    {
      kind: 'denial',
      isUpdate: false,
      otherClaim: null,
      sides: [
        { value: 'said', reports: ['a'], origins: ['support officials'] },
        { value: 'denied', reports: ['b'], origins: ['deny Arce'] },
      ],
    },
  ])
})

test('a doubt is shown as one, beside a denial', () => {
  const words = 'Quintero asked for an amnesty'
  const reports = [
    toReport('a', words),
    toReport('b', words, { stance: 'denies' }),
    toReport('c', words, { stance: 'doubts', modality: 'hedged' }),
  ]
  const provenance = from(
    toOrigin('officials', ['a']),
    toOrigin('Arce', ['b'], 'deny'),
    toOrigin('Marsh', ['c'], 'doubt'),
  )
  const found = findDisagreements(reports, provenance, [])
  expect(
    found.map(({ kind, sides }) => [kind, ...sides.map(({ value, origins }) => `${value}: ${origins}`)]),
  ).toEqual([
    ['denial', 'said: support officials', 'denied: deny Arce'],
    ['doubt', 'said: support officials', 'doubted: doubt Marsh'],
  ])
  expect(findDisagreements(reports.slice(2), provenance, [])).toEqual([])
})

test('12 and 15 killed disagree; at least 12 agrees with both', () => {
  const reports = [
    toReport('a', '12 people were killed in the raid on Tera'),
    toReport('b', '15 people died in the raid on Tera'),
    toReport('c', 'at least 12 people were killed in the raid on Tera'),
  ]
  const [figure, ...more] = findDisagreements(reports, noProvenance, [])
  expect(more).toEqual([])
  expect(figure).toMatchObject({ kind: 'figure', isUpdate: false })
  expect(figure?.sides.map(({ value, reports: ids }) => [value, ids])).toEqual([
    ['12 people', ['a']],
    ['15 people', ['b']],
  ])
})

test('a toll that only grows with time is an update; of other things it is a conflict', () => {
  const grows = (things: string) =>
    findDisagreements(
      [
        toReport('a', `12 ${things} Tera`, { publishedAt: '2025-11-20T10:00:00Z' }),
        toReport('b', `15 ${things} Tera`, { publishedAt: '2025-11-21T10:00:00Z' }),
      ],
      noProvenance,
      [],
    )[0]?.isUpdate
  expect(grows('people were killed in')).toBe(true)
  expect(grows('ships lie off')).toBe(false)
})

test('a later count by the same origin is an update', () => {
  const reports = [
    toReport('a', 'the Federal Union has 2,500 sailors off Tera'),
    toReport('b', 'the Federal Union has 4,000 sailors off Tera', { publishedAt: '2025-11-23T10:00:00Z' }),
  ]
  expect(findDisagreements(reports, from(toOrigin('navy', ['a', 'b'])), [])[0]?.isUpdate).toBe(true)
  expect(
    findDisagreements(reports, from(toOrigin('navy', ['a']), toOrigin('Arce', ['b'])), [])[0]?.isUpdate,
  ).toBe(false)
})

test('two days for one call', () => {
  const reports = [
    toReport('a', 'Quintero told Marsh in a call on 18 November that he would go'),
    toReport('b', 'Quintero told Marsh in a call on November 19 that he would go'),
  ].map((report) => ({ ...report, kind: 'event' as const, day: null }))
  const days = reports.map((report, i) => ({
    ...report,
    day: { from: `2025-11-1${8 + i}`, to: `2025-11-1${8 + i}` },
  }))
  expect(findDisagreements(days, noProvenance, [])[0]).toMatchObject({
    kind: 'day',
    sides: [{ value: '18 November' }, { value: '19 November' }],
  })
})

test('a day that one corrects stands against whoever still prints it', () => {
  const wrong = ['a', 'b'].map((id) => toReport(id, 'Quintero met Veresk in Selgrad on 12 November'))
  const corrected = toReport('c', 'Quintero met Veresk in Selgrad on 14 November, not on 12 November')
  expect(findDisagreements(wrong, noProvenance, [[corrected]])).toMatchObject([
    { kind: 'day', otherClaim: 'c', sides: [{ reports: ['a', 'b'] }, { reports: ['c'] }] },
  ])
})

test('a claim against it is named by its earliest report', () => {
  const bombed = toReport('a', 'Morvenia bombed the port of Basra')
  const not = toReport('b', 'Morvenia did not bomb the port of Basra')
  const elsewhere = toReport('c', 'Strend was arrested in Tarn for fraud')
  expect(findDisagreements([bombed], noProvenance, [[not]])).toMatchObject([
    { kind: 'polarity', otherClaim: 'b' },
  ])
  expect(
    findDisagreements([toReport('d', 'Strend was arrested in Selgrad for fraud')], noProvenance, [
      [elsewhere],
    ]),
  ).toMatchObject([{ kind: 'place', otherClaim: 'c' }])
})
