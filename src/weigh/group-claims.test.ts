import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Report } from '../records/claim.ts'
import { makeReport } from '../records/made-report.fixture.ts'
import { groupClaims } from './group-claims.ts'

const report = (
  id: string,
  outlet: string,
  source: string | null,
  proposition: string,
  more: Partial<Report> = {},
): Report => makeReport({ id, outlet, source, proposition, ...more })

const welcome = 'that Quintero and his family would be welcome in Selgrad at any time'
const wire = report('r1', 'Meridian Press', 'President Anton Veresk', welcome)
const reprint = report('r2', 'The Harbour Ledger', 'Veresk', welcome, { publishedAt: '2025-11-21T08:00:00Z' })
const cut = report(
  'r3',
  'Northgate Courier',
  'Veresk',
  'Quintero and his family would be welcome in Selgrad',
  {
    publishedAt: '2025-11-21T09:00:00Z',
  },
)
const denial = report('r4', 'El Faro', 'Foreign Minister Tomás Arce', welcome, {
  modality: 'denied',
  publishedAt: '2025-11-22T09:00:00Z',
})
const other = report('r5', 'Daily Compass', 'Marsh', 'the ships would stay off the northern coast', {})

test('two papers that repeat one report are one claim with three outlets', () => {
  const [claim, ...more] = groupClaims([wire, reprint, cut])
  expect(more).toEqual([])
  expect(claim).toMatchObject({
    proposition: 'Quintero and his family would be welcome in Selgrad at any time',
    source: 'President Anton Veresk',
    firstPublishedAt: '2025-11-20T10:00:00Z',
    outlets: ['Meridian Press', 'Northgate Courier', 'The Harbour Ledger'],
  })
})

test('the same words from two people are two claims', () => {
  expect(groupClaims([wire, denial]).map(({ reports }) => reports.length)).toEqual([1, 1])
})

test('a pronoun may be anybody, so its report joins the claim that says the same', () => {
  expect(groupClaims([wire, report('r6', 'Daily Compass', 'he', welcome)])).toHaveLength(1)
})

test('an outlet that tells a claim twice is one outlet', () => {
  expect(groupClaims([wire, { ...wire, id: 'r7', ordinal: 4 }])[0]).toMatchObject({
    outlets: ['Meridian Press'],
  })
})

test('two words in common do not make a claim', () => {
  expect(
    groupClaims([report('a', 'A', null, 'no comment'), report('b', 'B', null, 'no comment yet on ships')]),
  ).toHaveLength(2)
})

test('instants compare as instants, whatever their time zone', () => {
  const late = { ...reprint, publishedAt: '2025-11-20T12:30:00+03:00' } // 09:30 in UTC: the earlier one.
  expect(groupClaims([wire, late])[0]?.firstPublishedAt).toBe('2025-11-20T12:30:00+03:00')
})

test('the order of reports changes nothing', () => {
  const reports = [wire, reprint, cut, denial, other]
  fc.assert(
    fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), (shuffled) => {
      expect(groupClaims(shuffled)).toEqual(groupClaims(reports))
    }),
  )
})

test('“she” is whom the article means by it: one source’s claim does not take in another’s of the same words', () => {
  const words = 'the northern pier would stay closed until the first week of March'
  const hers = report('r1', 'Harbour Ledger', 'she', words, { sourceEntity: 'Ilse Brandt' })
  const his = report('r2', 'El Faro', 'Arce', words)
  const same = report('r3', 'Daily Compass', 'Brandt', words)
  expect(groupClaims([hers, his, same]).map(({ source, reports }) => [source, reports.length])).toEqual([
    ['Ilse Brandt', 2],
    ['Arce', 1],
  ])
})

test('opposites, other numbers and the other way round are no one claim', () => {
  const pairs: [[string, Partial<Report>?], [string, Partial<Report>?]][] = [
    [
      ['Morvenia bombed the port of Basra on Monday'],
      ['Morvenia did not bomb the port of Basra on Monday', { modality: 'negated' }],
    ],
    [['12 civilians were killed in the raid on Tera'], ['21 civilians were killed in the raid on Tera']],
    [['Aldany would send its soldiers to Morvenia'], ['Morvenia would send its soldiers to Aldany']],
  ]
  for (const [[a, moreA], [b, moreB]] of pairs)
    expect(
      groupClaims([report('r1', 'One', null, a, moreA), report('r2', 'Two', null, b, moreB)]),
    ).toHaveLength(2)
})

test('a day told first or last makes no other claim', () => {
  const a = report('r1', 'One', null, 'On Thursday, Veresk received Ambassador Ferrán in Selgrad')
  const b = report('r2', 'Two', null, 'Veresk received Ambassador Ferrán in Selgrad on Thursday')
  expect(groupClaims([a, b])).toHaveLength(1)
})
