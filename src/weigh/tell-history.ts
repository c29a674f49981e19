import type { ClaimChange } from '../records/claim.ts'
import { isSupport } from '../records/is-support.ts'
import type { Provenance } from '../records/origin.ts'
import type { Report } from '../records/report.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import { compareTimes } from './compare-times.ts'
import { countAlike, type Figure, rangesMeet } from './find-figures.ts'
import { toFigures } from './to-figures.ts'
import { toProposition } from './to-proposition.ts'
import { withoutRelays } from './without-relays.ts'

/**
 * Tells what happened to a claim in the course of its reports, earliest first: each kind of change once, but for figures,
 * and each with the report that shows it. What pages said before and say otherwise now, `tellEdits` tells.
 */
export function tellHistory(reports: readonly Report[], provenance: Provenance): ClaimChange[] {
  const ordered = reports.map(asSaid).sort(compareTimes)
  const [first] = ordered
  if (!first) return []
  // That somebody is plainly reported to have said it makes it no plainer.
  const told = withoutRelays(ordered)
  const supporting = told.filter(isSupport)
  const doubting = told.find(({ stance }) => stance === 'doubts')
  const changes: ClaimChange[] = [toChange('first-seen', first, null, first.proposition)]
  changes.push(
    ...tellHedges(supporting),
    ...tellPlans(supporting),
    ...tellOrigins(supporting, provenance),
    // Of a claim that is itself the denial, its first report says so.
    ...(supporting.length === 0 ? [] : tellDenials(told)),
    ...(doubting ? [toChange('doubted', doubting, null, doubting.source ?? doubting.outlet)] : []),
    ...tellFigures(told),
  )
  const place = new Map(ordered.map(({ id }, i) => [id, i]))
  return changes.sort((a, b) => (place.get(a.reportId ?? '') ?? 0) - (place.get(b.reportId ?? '') ?? 0))
}

/** A report at the time at which its words were first seen: a correction is no news of the day of its article. */
const asSaid = (report: Report): Report =>
  report.addedAt === null ? report : { ...report, publishedAt: report.addedAt }

const toChange = (
  kind: ClaimChange['kind'],
  { id, publishedAt }: Report,
  before: string | null,
  after: string | null,
): ClaimChange => ({ kind, at: publishedAt, reportId: id, before, after, edit: null })

const isHedged = ({ modality }: Report) => modality === 'hedged' || modality === 'conditional'
const isPlain = ({ modality }: Report) => modality === 'fact' || modality === 'reported'

/** The first who says plainly what all before hedged, or hedges what all before said plainly. */
function tellHedges(reports: readonly Report[]): ClaimChange[] {
  const told = reports.filter((report) => isHedged(report) || isPlain(report))
  const [first] = told
  if (!first) return []
  const turned = told.find((report) => isHedged(report) !== isHedged(first))
  if (!turned) return []
  return [
    toChange(isHedged(first) ? 'hedge-dropped' : 'hedge-added', turned, first.modality, turned.modality),
  ]
}

/** “will receive the envoy”, and days later “received the envoy”. */
function tellPlans(reports: readonly Report[]): ClaimChange[] {
  const planned = reports.find((report) => toProposition(report).isPlanned)
  if (!planned) return []
  const done = reports.find(
    (report) =>
      compareTimes(planned, report) < 0 &&
      isPlain(report) &&
      !toProposition(report).isPlanned &&
      !toProposition(report).isModal,
  )
  return done ? [toChange('planned-happened', done, planned.proposition, done.proposition)] : []
}

function tellOrigins(reports: readonly Report[], { origins }: Provenance): ClaimChange[] {
  const counted = origins.filter(({ side, isCounted }) => side === 'support' && isCounted)
  const seen = new Map<string, string | null>()
  for (const report of reports) {
    for (const { id, name, reports: ending } of counted) {
      if (!ending.includes(report.id) || seen.has(id)) continue
      const [earlier] = seen.values()
      seen.set(id, name)
      if (seen.size === 2) return [toChange('second-origin', report, earlier ?? null, name)]
    }
  }
  return []
}

/** A denial by who told it before takes it back; by anybody else it stands against it. */
function tellDenials(reports: readonly Report[]): ClaimChange[] {
  const changes: ClaimChange[] = []
  for (const [i, report] of reports.entries()) {
    if (report.stance !== 'denies') continue
    const before = reports.slice(0, i).find((earlier) => isSupport(earlier) && isOneVoice(earlier, report))
    const kind = before ? 'retracted' : 'denied'
    if (changes.some((change) => change.kind === kind)) continue
    changes.push(toChange(kind, report, before?.proposition ?? null, report.source ?? report.outlet))
  }
  return changes
}

/** The same speaker, or one outlet in its own voice both times. */
function isOneVoice(a: Report, b: Report): boolean {
  if (a.source === null && b.source === null)
    return a.outlet !== null && b.outlet !== null && toOutletKey(a.outlet) === toOutletKey(b.outlet)
  const [speaker, other] = [toProposition(a).speaker, toProposition(b).speaker]
  return (
    a.sourceEntity !== null &&
    a.sourceEntity === b.sourceEntity &&
    [...speaker].some((name) => other.has(name))
  )
}

/** Each figure that the last one of its kind does not meet, the first time that it is told. */
function tellFigures(reports: readonly Report[]): ClaimChange[] {
  const changes: ClaimChange[] = []
  const told: Figure[] = []
  for (const report of reports) {
    for (const figure of toFigures(report)) {
      const alike = told.filter((other) => countAlike(other, figure))
      const last = alike.at(-1)
      if (last && alike.every((other) => !rangesMeet(other, figure)))
        changes.push(toChange('figure-changed', report, last.words, figure.words))
      told.push(figure)
    }
  }
  return changes
}
