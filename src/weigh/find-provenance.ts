import type { Copy } from '../records/copy.ts'
import { isSupport } from '../records/is-support.ts'
import type { Origin, Provenance } from '../records/origin.ts'
import type { Report } from '../records/report.ts'
import { compareTimes } from './compare-times.ts'
import { drawProvenance } from './draw-provenance.ts'
import { type CopiedReport, findCopiedReports } from './find-copied-reports.ts'
import { type End, identifyEnds, outletIdentities } from './identify-end.ts'
import { joinEnds } from './join-ends.ts'
import { type EndGroup, judgeOrigins } from './judge-origins.ts'
import { withoutRelays } from './without-relays.ts'

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
  // “The agency said that Veresk had said so” ends at Veresk, whom another report gives.
  const telling = withoutRelays(ordered)
  const reportOf = new Map(ordered.map((report) => [report.id, report]))
  const endsOf = new Map<string, readonly End[]>()
  for (const report of ordered) endsOf.set(report.id, followCopies(report, reportOf, copied, new Set()))
  const heard = findHeard(ordered, endsOf)
  for (const report of ordered)
    endsOf.set(
      report.id,
      (endsOf.get(report.id) ?? []).flatMap((end) => followCited(end, heard, endsOf)),
    )
  const sideOf = toSides(telling, isDenial)
  const groups = (['support', 'deny', 'doubt'] as const).flatMap((side) => {
    const ends = telling
      .filter((report) => sideOf(report) === side)
      .flatMap((report) => (endsOf.get(report.id) ?? []).map((end) => ({ ...end, report })))
    return joinEnds(ends).map((joined): EndGroup => ({ side, ends: joined }))
  })
  const judged = judgeOrigins(groups)
  const counted = judged.filter(({ origin }) => origin.side === 'support' && origin.isCounted)
  const unnamed = counted.filter(({ ends }) =>
    ends.every(({ kind }) => kind === 'anonymous' || kind === 'outlet'),
  ).length
  const ownVoices = new Set(
    judged
      .filter(({ origin }) => origin.side === 'support' && !origin.isCounted)
      .flatMap(({ ends }) => ends.flatMap(({ isOwnVoice, identities }) => (isOwnVoice ? identities[0] : []))),
  )
  return {
    origins: judged.map(({ origin }) => origin),
    independent: counted.length,
    independentLow: counted.length - Math.max(0, unnamed - 1),
    independentStrict: counted.length + ownVoices.size,
    ...drawProvenance(ordered, judged, copied),
  }
}

/** The ends of a report; of one that was taken from another article, those of the report that it repeats. */
function followCopies(
  report: Report,
  reportOf: ReadonlyMap<string, Report>,
  copied: ReadonlyMap<string, CopiedReport>,
  seen: Set<string>,
): readonly End[] {
  const taken = copied.get(report.id)
  if (!taken || seen.has(report.id)) return identifyEnds(report)
  seen.add(report.id)
  const original = reportOf.get(taken.reportId)
  return original ? followCopies(original, reportOf, copied, seen) : identifyEnds(report)
}

/**
 * By the outlet in whose pages an end that names somebody stands, the reports that end so, in their order. Following
 * ends to where they are cited leaves that outlet what it was.
 */
function findHeard(
  reports: readonly Report[],
  endsOf: ReadonlyMap<string, readonly End[]>,
): ReadonlyMap<string, readonly Report[]> {
  const heard = new Map<string, Report[]>()
  for (const report of reports) {
    const outlets = (endsOf.get(report.id) ?? []).flatMap((end) => printedIn(end) ?? [])
    for (const outlet of new Set(outlets)) {
      const held = heard.get(outlet)
      if (held) held.push(report)
      else heard.set(outlet, [report])
    }
  }
  return heard
}

const printedIn = ({ links: [printed], isOwnVoice }: End): string | null =>
  isOwnVoice || !printed ? null : (outletIdentities(printed)[0] ?? null)

/** “CNN reports …”, where CNN’s own report is here and names whom it rests on: it ends where that one does. */
function followCited(
  end: End,
  heard: ReadonlyMap<string, readonly Report[]>,
  endsOf: ReadonlyMap<string, readonly End[]>,
): readonly End[] {
  if (end.isOwnVoice || (end.kind !== 'outlet' && end.kind !== 'agency')) return [end]
  const [cited] = end.identities
  const ends = (cited === undefined ? [] : (heard.get(cited) ?? []))
    .filter(({ id, stance }) => id !== end.report.id && stance === end.report.stance)
    .flatMap(({ id }) => endsOf.get(id) ?? [])
    .filter((other) => printedIn(other) === cited)
  return ends.length > 0
    ? ends.map((other) => ({ ...other, links: [...end.links, ...other.links.slice(1)] }))
    : [end]
}

/**
 * On which side a report stands. A claim all of whose reports deny is itself the denial: who denies stands behind it.
 * Who doubts stands on neither side.
 */
function toSides(
  reports: readonly Report[],
  isDenial: boolean | null,
): (report: Report) => Origin['side'] | null {
  const denies = isDenial ?? !reports.some(isSupport)
  const hasDenial = reports.some(({ stance }) => stance === 'denies')
  const isSilence = reports.every(({ stance }) => stance === 'silent')
  // “Veresk is to receive Roake” is no second word for “Veresk received Roake”.
  const isDeed = reports.some(
    ({ kind, modality }) => kind === 'event' && (modality === 'fact' || modality === 'reported'),
  )
  return ({ kind, stance, modality }) => {
    if (isDeed && kind === 'event' && (modality === 'planned' || modality === 'conditional')) return null
    // Who doubts what others only deny leans their way, and stands against nobody.
    if (stance === 'doubts') return denies && hasDenial ? null : 'doubt'
    if (stance === 'silent') return isSilence ? 'support' : null
    return stance === 'denies' && !denies ? 'deny' : 'support'
  }
}
