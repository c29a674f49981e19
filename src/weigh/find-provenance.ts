import type { Copy } from '../records/copy.ts'
import type { Origin, OriginEdge, OriginNode, Provenance } from '../records/origin.ts'
import type { Report } from '../records/report.ts'
import { compareTimes } from './compare-times.ts'
import { drawProvenance } from './draw-provenance.ts'
import { type CopiedReport, findCopiedReports } from './find-copied-reports.ts'
import { type End, identifyEnds, isContribution, outletIdentities } from './identify-end.ts'
import { joinEnds } from './join-ends.ts'

/** Ends of chains that are one origin, on one side of a claim. */
export interface EndGroup {
  readonly side: Origin['side']
  readonly ends: readonly End[]
}

/**
 * Follows the reports of one claim to where they end, and counts who stands behind it independently.
 *
 * A report ends at the speaker, body, document, outlet or agency that its words name; where they were taken from
 * another article, at whatever that one’s end at. Ends that are one person, one institution through any of its mouths,
 * one state, one publisher’s family, or unnamed people quoted in the same words are one origin. A state-run outlet is one
 * interest with its government. What an outlet tells in its own voice beside somebody named is not counted, since what
 * it rests on is not told; nor is a count that it can’t have established itself.
 *
 * @param copies those among the articles of the reports; others are ignored.
 * @param isDenial whether the claim is itself that something is not so; null to tell it by its reports.
 */
export function findProvenance(
  reports: readonly Report[],
  copies: readonly Copy[],
  isDenial: boolean | null = null,
): Provenance {
  const ordered = [...reports].sort(compareTimes)
  const copied = findCopiedReports(ordered, copies)
  const endsOf = new Map<string, readonly End[]>()
  for (const report of ordered) endsOf.set(report.id, followCopies(report, ordered, copied, new Set()))
  for (const report of ordered)
    endsOf.set(
      report.id,
      (endsOf.get(report.id) ?? []).flatMap((end) => followCited(end, ordered, endsOf)),
    )
  const sideOf = toSides(ordered, isDenial)
  const groups = (['support', 'deny'] as const).flatMap((side) => {
    const ends = ordered
      .filter((report) => sideOf(report) === side)
      .flatMap((report) => (endsOf.get(report.id) ?? []).map((end) => ({ ...end, report })))
    return joinEnds(ends).map((joined): EndGroup => ({ side, ends: joined }))
  })
  const origins = judgeGroups(groups)
  const counted = origins.filter(({ origin }) => origin.side === 'support' && origin.isCounted)
  const isUnnamed = ({ group }: Judged) =>
    group.ends.every(({ kind }) => kind === 'anonymous' || kind === 'outlet')
  const unnamed = counted.filter(isUnnamed).length
  const uncounted = origins.filter(
    ({ origin, group }) =>
      origin.side === 'support' && !origin.isCounted && group.ends.some(({ isOwnVoice }) => isOwnVoice),
  )
  const sorted = origins.sort(
    (a, b) =>
      Number(b.origin.isCounted) - Number(a.origin.isCounted) ||
      (a.origin.side === b.origin.side ? 0 : a.origin.side === 'support' ? -1 : 1) ||
      b.origin.reports.length - a.origin.reports.length ||
      (a.origin.id < b.origin.id ? -1 : 1),
  )
  return {
    origins: sorted.map(({ origin }) => origin),
    independent: counted.length,
    independentLow: counted.length - Math.max(0, unnamed - 1),
    independentStrict: counted.length + uncounted.length,
    ...drawProvenance(ordered, sorted, copied),
  }
}

/** The ends of a report; of one that was taken from another article, those of the report that it repeats. */
function followCopies(
  report: Report,
  reports: readonly Report[],
  copied: ReadonlyMap<string, CopiedReport>,
  seen: Set<string>,
): readonly End[] {
  const own = identifyEnds(report)
  const taken = copied.get(report.id)
  if (!taken || seen.has(report.id)) return own
  seen.add(report.id)
  const original = reports.find(({ id }) => id === taken.reportId)
  return original ? followCopies(original, reports, copied, seen) : own
}

/** “CNN reports …”, where CNN’s own report is here and names whom it rests on: it ends where that one does. */
function followCited(
  end: End,
  reports: readonly Report[],
  endsOf: ReadonlyMap<string, readonly End[]>,
): readonly End[] {
  if (end.isOwnVoice || (end.kind !== 'outlet' && end.kind !== 'agency')) return [end]
  const [cited] = end.identities
  const ends = reports
    .filter(({ id, stance }) => id !== end.report.id && stance === end.report.stance)
    .flatMap(({ id }) => endsOf.get(id) ?? [])
    .filter(
      ({ links: [printed], isOwnVoice }) => !isOwnVoice && printed && outletIdentities(printed)[0] === cited,
    )
  return ends.length > 0
    ? ends.map((other) => ({ ...other, links: [...end.links, ...other.links.slice(1)] }))
    : [end]
}

/**
 * On which side a report stands. A claim all of whose reports deny is itself the denial: who denies stands behind it.
 */
function toSides(
  reports: readonly Report[],
  isDenial: boolean | null,
): (report: Report) => Origin['side'] | null {
  const denies = isDenial ?? !reports.some(({ stance }) => stance === 'asserts' || stance === 'attributes')
  const isSilence = reports.every(({ stance }) => stance === 'silent')
  return ({ stance }) => {
    if (stance === 'silent') return isSilence ? 'support' : null
    return stance === 'denies' && !denies ? 'deny' : 'support'
  }
}

/** An origin with the ends that it was made from. */
export interface Judged {
  readonly origin: Origin
  readonly group: EndGroup
}

function judgeGroups(groups: readonly EndGroup[]): Judged[] {
  const isNamed = ({ ends }: EndGroup) =>
    ends.some(({ isOwnVoice, kind }) => !isOwnVoice && kind !== 'unknown')
  const named = groups.some((group) => group.side === 'support' && isNamed(group))
  // Where nobody is named at all, several outlets telling it in their own voice show no independence: one is counted.
  let ownCounted = false
  return groups.map((group) => {
    const { side, ends } = group
    const [first] = ends
    const reports = [...new Set(ends.map(({ report }) => report.id))]
    const make = (isCounted: boolean, why: string, kind?: Origin['kind']): Judged => ({
      group,
      origin: {
        id: `${side} ${[...new Set(ends.flatMap(({ identities }) => identities))].sort()[0] ?? 'unknown'}`,
        kind: kind ?? kindOf(ends),
        name: nameOf(ends),
        country: first?.country ?? null,
        interest: ends.find(({ interest }) => interest !== null)?.interest ?? null,
        side,
        isCounted,
        why,
        reports,
      },
    })
    if (side === 'deny') return make(false, 'Stands against the claim; denials are listed, not counted.')
    if (ends.every(({ kind }) => kind === 'unknown'))
      return make(false, 'Others are said to have reported it, and nobody says who.', 'unknown')
    if (isNamed(group)) return make(true, whyOne(ends))
    if (ends.some(({ interest }) => interest !== null))
      return make(true, 'A state-run outlet in its own voice: its government’s interest.')
    if (named)
      return make(
        false,
        'Told in the outlet’s own voice beside others who name a source: what it rests on is not told.',
        'unknown',
      )
    if (ends.every(({ report }) => isCount(report)))
      return make(
        false,
        'A count in the outlet’s own voice that it can’t have established itself.',
        'unknown',
      )
    if (ends.every(({ links }) => links.some(({ how, words }) => how === 'credits' && isContribution(words))))
      return make(
        false,
        'An agency contributed to the article: whose words these are can’t be told.',
        'unknown',
      )
    if (ownCounted)
      return make(
        false,
        'Another outlet tells it in its own voice too; that they are independent is not shown.',
        'unknown',
      )
    ownCounted = true
    return make(true, 'The outlet’s own reporting: it names nobody else.')
  })
}

/** Tolls and totals: “12 people were killed”. */
const isCount = ({ counts, proposition }: Report) =>
  counts.some(({ of }) => of !== 'money' && of !== 'other') ||
  /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)\s+(?:\p{L}+\s+){0,2}(?:people|dead|killed|deaths|wounded|injured|victims|soldiers|civilians|children|missiles)\b/iu.test(
    proposition,
  )

function kindOf(ends: readonly End[]): Origin['kind'] {
  const kinds = new Set(ends.filter(({ isOwnVoice }) => !isOwnVoice).map(({ kind }) => kind))
  for (const kind of ['institution', 'speaker', 'document', 'agency', 'outlet', 'anonymous'] as const)
    if (kinds.has(kind)) return kind
  return ends[0]?.kind ?? 'unknown'
}

/** The fullest name of a kind that says most. */
function nameOf(ends: readonly End[]): string | null {
  const kind = kindOf(ends)
  const names = ends.flatMap((end) => (end.kind === kind && end.name !== null ? [end.name] : []))
  return names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? ends[0]?.name ?? null
}

function whyOne(ends: readonly End[]): string {
  const names = new Set(ends.map(({ name }) => name))
  switch (kindOf(ends)) {
    case 'institution':
      return names.size > 1 ? 'One institution, through all its mouths.' : 'An institution, by name.'
    case 'speaker':
      return 'One speaker, however many relay him.'
    case 'document':
      return 'One document, however many cite it.'
    case 'agency':
    case 'outlet':
      return 'The outlet that others cite, with whoever spoke to it.'
    case 'anonymous':
      return 'Unnamed people: one origin for each outlet that heard them.'
    case 'unknown':
      return 'It can’t be told what this rests on.'
  }
}

export type { OriginEdge, OriginNode }
