import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeReport } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import { compareReports, type ReportLink } from './compare-reports.ts'
import { findReportKeys } from './find-report-keys.ts'
import { groupReports } from './group-reports.ts'

const toReport = (id: string, proposition: string, more: Partial<Report> = {}) =>
  makeReport({ id, proposition, ...more })

/** As a ledger does it: those that share a key are compared. */
function findLinks(reports: readonly Report[]): ReportLink[] {
  const keys = reports.map((report) => new Set(findReportKeys(report)))
  return reports.flatMap((report, i) =>
    reports.slice(i + 1).flatMap((other, k) => {
      const shares = [...(keys[i] ?? [])].some((key) => keys[i + 1 + k]?.has(key))
      return shares ? (compareReports(report, other) ?? []) : []
    }),
  )
}

const group = (reports: readonly Report[]) => groupReports(reports, findLinks(reports))
const idsOf = (groups: readonly (readonly Report[])[]) => groups.map((members) => members.map(({ id }) => id))

const welcome = 'that Quintero and his family would be welcome in Selgrad at any time'
const wire = toReport('r1', welcome, { source: 'President Anton Veresk' })
const reprint = toReport('r2', welcome, { source: 'Veresk', publishedAt: '2025-11-21T08:00:00Z' })
const cut = toReport('r3', 'Quintero and his family would be welcome in Selgrad', {
  source: 'Veresk',
  publishedAt: '2025-11-21T09:00:00Z',
})
const denial = toReport('r4', welcome, {
  source: 'Foreign Minister Tomás Arce',
  modality: 'denied',
  stance: 'denies',
  publishedAt: '2025-11-22T09:00:00Z',
})
const negation = toReport('r5', 'Quintero and his family would not be welcome in Selgrad', {
  source: 'Helen Marsh',
})
const ships = toReport('r6', 'the ships would stay off the northern coast', { source: 'Marsh' })
const toll = toReport('r7', '12 civilians were killed in the raid on Tera')
const otherToll = toReport('r8', '15 civilians died in the raid on Tera')
const noRaid = toReport('r9', 'no civilians were killed in the raid on Tera')
const to = toReport('ra', 'Aldany would send its soldiers to Morvenia')
const fro = toReport('rb', 'Morvenia would send its soldiers to Aldany')
const meeting = (id: string, day: string) =>
  toReport(id, 'Veresk received Ferrán', {
    kind: 'event',
    eventType: 'CONSULT',
    actor: 'Anton Veresk',
    recipient: 'Lucía Ferrán',
    day: { from: day, to: day },
  })
const all = [
  wire,
  reprint,
  cut,
  denial,
  negation,
  ships,
  toll,
  otherToll,
  noRaid,
  to,
  fro,
  meeting('rc', '2025-11-20'),
  meeting('rd', '2025-11-20'),
  meeting('re', '2025-11-03'),
]

test('reprints, a cut quotation and the denial are one claim; the negation is another', () => {
  expect(idsOf(group([wire, reprint, cut, denial, negation]))).toEqual([['r1', 'r2', 'r3', 'r4'], ['r5']])
})

test('two tolls are one claim, and “no civilians” is none of it', () => {
  expect(idsOf(group([toll, otherToll, noRaid]))).toEqual([['r7', 'r8'], ['r9']])
})

test('the other way round is another claim', () => {
  expect(group([to, fro])).toHaveLength(2)
})

test('the same two on another day is another happening', () => {
  expect(idsOf(group(all.slice(11)))).toEqual([['rc', 'rd'], ['re']])
})

test('a pronoun may be anybody, so its report joins the claim that says the same', () => {
  expect(group([wire, toReport('rx', welcome, { source: 'he' })])).toHaveLength(1)
})

test('two words in common do not make a claim', () => {
  expect(group([toReport('a', 'no comment'), toReport('b', 'no comment yet on ships')])).toHaveLength(2)
})

test('instants compare as instants, whatever their time zone', () => {
  const late = { ...reprint, publishedAt: '2025-11-20T12:30:00+03:00' } // 09:30 in UTC: the earlier one.
  expect(group([wire, late])[0]?.[0]?.id).toBe('r2')
})

test('the order of reports and links changes nothing', () => {
  const links = findLinks(all)
  const expected = groupReports(all, links)
  fc.assert(
    fc.property(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.shuffledSubarray(links, { minLength: links.length }),
      (reports, shuffled) => {
        expect(groupReports(reports, shuffled)).toEqual(expected)
        expect(groupReports(reports, findLinks(reports))).toEqual(expected)
      },
    ),
  )
})

// Sentences that differ in who, what, where, how many and whether, so that most pairs are near and few are one.
const sentence = fc
  .record({
    who: fc.constantFrom('Veresk', 'Arce', 'Marsh'),
    not: fc.constantFrom('', 'not '),
    what: fc.constantFrom('banned', 'allowed', 'suspended'),
    goods: fc.constantFrom('potash exports', 'grain exports'),
    where: fc.constantFrom('', ' in Tarn', ' in Selgrad'),
    more: fc.constantFrom('', ' after the spring vote', ' with 12 ships'),
    denies: fc.boolean(),
  })
  .map(({ who, not, what, goods, where, more, denies }) => ({
    proposition: `${who} ${not === '' ? what : `did not ${what.replace(/(?:n?ed|ed)$/, '')}`} ${goods}${where}${more}`,
    stance: denies ? ('denies' as const) : ('attributes' as const),
    isNegated: not !== '',
  }))

test('adding reports one by one, through connected components, gives what grouping all at once gives', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 14 }), (sentences) => {
      const reports = sentences.map(({ proposition, stance }, i) =>
        toReport(`s${i}`, proposition, { stance }),
      )
      const links: ReportLink[] = []
      let held: Report[][] = []
      for (const [i, report] of reports.entries()) {
        for (const other of reports.slice(0, i)) {
          const keys = findReportKeys(other)
          if (!findReportKeys(report).some((key) => keys.includes(key))) continue
          const link = compareReports(report, other)
          if (link) links.push(link)
        }
        const component = componentOf(report.id, links)
        const touched = reports.slice(0, i + 1).filter(({ id }) => component.has(id))
        const regrouped = groupReports(
          touched,
          links.filter(({ a }) => component.has(a)),
        )
        held = [...held.filter(([first]) => first && !component.has(first.id)), ...regrouped]
      }
      expect(new Set(idsOf(held).map(String))).toEqual(new Set(idsOf(group(reports)).map(String)))
    }),
    { numRuns: 60 },
  )
})

test('no claim holds a proposition and its negation as support', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 14 }), (sentences) => {
      const negated = new Map(sentences.map(({ isNegated }, i) => [`s${i}`, isNegated]))
      const reports = sentences.map(({ proposition, stance }, i) =>
        toReport(`s${i}`, proposition, { stance }),
      )
      for (const members of group(reports))
        expect(
          new Set(members.filter(({ stance }) => stance !== 'denies').map(({ id }) => negated.get(id))).size,
          members.map(({ proposition }) => proposition).join(' | '),
        ).toBeLessThan(2)
    }),
    { numRuns: 200 },
  )
})

function componentOf(id: string, links: readonly ReportLink[]): Set<string> {
  const component = new Set([id])
  for (let size = 0; size !== component.size; ) {
    size = component.size
    for (const { a, b } of links) if (component.has(a) || component.has(b)) component.add(a).add(b)
  }
  return component
}
