import type { Claim } from '../records/claim.ts'
import type { Report } from '../records/report.ts'
import type { News, NewsKind } from '../records/situation-news.ts'
import { compareTimes } from './compare-times.ts'
import { tellHistory } from './tell-history.ts'

/** What tells old from new. */
export interface NewsContext {
  /** Whether a report, of this claim or of one that stands against it, came only since. */
  readonly isFresh: (reportId: string) => boolean
  /** A report of another claim, that stands on a side of a disagreement; null where it is gone. */
  readonly findReport: (reportId: string) => Report | null
}

const ofHistory: ReadonlySet<string> = new Set<NewsKind>([
  'hedge-dropped',
  'hedge-added',
  'figure-changed',
  'planned-happened',
  'retracted',
] satisfies NewsKind[])

/**
 * Tells what is new about a claim: what its fresh reports alone show, and its known ones did not. A claim without a
 * known report is new as a whole, and nothing more is told of it. Each origin and each conflict once, what `tellHistory`
 * tells of the whole but not of the known reports, and that it is denied only where nobody denied it before.
 *
 * Depends on what the claim is now: that it has another id than it had, or that the rules count other origins behind the
 * same reports, is no news.
 */
export function tellNews(claim: Claim, { isFresh, findReport }: NewsContext): News[] {
  const ordered = [...claim.reports].sort(compareTimes)
  const fresh = ordered.filter(({ id }) => isFresh(id))
  const known = ordered.filter(({ id }) => !isFresh(id))
  const [first] = fresh
  if (first && known.length === 0) return [toNews('new-claim', first, null, claim.proposition)]
  const reportOf = (ids: readonly string[]): Report | null => {
    const among = ordered.find(({ id }) => ids.includes(id))
    return among ?? ids.map(findReport).find((report) => report !== null) ?? null
  }
  const isNew = (ids: readonly string[]) => ids.length > 0 && ids.every(isFresh)
  const history = tellTurns(claim, known, isFresh, reportOf)
  const isRetracted = history.some(({ kind }) => kind === 'retracted')
  const denials = isRetracted ? [] : tellDenial(claim, isNew, reportOf)
  // A denial stands against the claim as well: it is told once.
  const conflicts = tellConflicts(claim, isNew, isFresh, reportOf).filter(
    ({ conflict }) => conflict !== 'denial' || (denials.length === 0 && !isRetracted),
  )
  const told = new Set(
    conflicts.filter(({ conflict }) => conflict === 'figure').map(({ report }) => report.id),
  )
  return [
    ...denials,
    ...conflicts,
    ...tellOrigins(claim, isNew, reportOf),
    // What a figure is in conflict with is told with it.
    ...history.filter(({ kind, report }) => kind !== 'figure-changed' || !told.has(report.id)),
  ]
}

type IsNew = (reportIds: readonly string[]) => boolean
type ReportOf = (reportIds: readonly string[]) => Report | null

const toNews = (
  kind: NewsKind,
  report: Report,
  before: string | null,
  after: string | null,
  conflict: News['conflict'] = null,
): News => ({ kind, report, before, after, conflict })

/** Counted origins at which fresh reports alone end; `before` is who was the first one, null where nobody was counted. */
function tellOrigins({ provenance }: Claim, isNew: IsNew, reportOf: ReportOf): News[] {
  const counted = provenance.origins.filter(({ side, isCounted }) => side === 'support' && isCounted)
  const earlier = counted.find(({ reports }) => !isNew(reports))
  return counted.flatMap(({ name, reports }) => {
    const report = isNew(reports) ? reportOf(reports) : null
    return report ? [toNews('new-origin', report, earlier?.name ?? null, name)] : []
  })
}

function tellDenial({ provenance }: Claim, isNew: IsNew, reportOf: ReportOf): News[] {
  const denials = provenance.origins.filter(({ side }) => side === 'deny')
  if (denials.length === 0 || !denials.every(({ reports }) => isNew(reports))) return []
  const report = reportOf(denials.flatMap(({ reports }) => reports))
  return report ? [toNews('denied', report, null, report.sourceEntity ?? report.source ?? report.outlet)] : []
}

/** Sides that stand against each other only since fresh reports came. */
function tellConflicts(
  { disagreements }: Claim,
  isNew: IsNew,
  isFresh: (id: string) => boolean,
  reportOf: ReportOf,
): News[] {
  return disagreements.flatMap(({ kind, isUpdate, sides }) => {
    const before = sides.filter(({ reports }) => reports.some((id) => !isFresh(id)))
    const after = sides.find(({ reports }) => isNew(reports))
    const report = after ? reportOf(after.reports) : null
    // Two known sides stood against each other already; a third one is told as a figure that changed.
    if (isUpdate || before.length > 1 || !after || !report) return []
    return [toNews('conflict', report, before[0]?.value ?? null, after.value, kind)]
  })
}

/** What happened in the course of the reports, as far as a fresh one shows it and the known ones did not. */
function tellTurns(
  claim: Claim,
  known: readonly Report[],
  isFresh: (id: string) => boolean,
  reportOf: ReportOf,
): News[] {
  const before = tellHistory(known, claim.provenance)
  return claim.history.flatMap((change) => {
    const { kind, reportId } = change
    if (!ofHistory.has(kind) || reportId === null || !isFresh(reportId)) return []
    const wasTold = before.some(
      (other) => other.kind === kind && (kind !== 'figure-changed' || other.after === change.after),
    )
    const report = wasTold ? null : reportOf([reportId])
    return report ? [toNews(kind as NewsKind, report, change.before, change.after)] : []
  })
}
