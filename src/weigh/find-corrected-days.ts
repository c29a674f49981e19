import type { Claim } from '../records/claim.ts'
import type { Disagreement } from '../records/disagreement.ts'
import type { Report } from '../records/report.ts'
import { compareReports } from './compare-reports.ts'
import { withoutDays } from './find-days.ts'
import type { ReportedPage } from './tell-edits.ts'
import { toProposition } from './to-proposition.ts'

/** A day that a page corrected; what it now says is a report of another claim. */
export interface CorrectedDay extends Disagreement {
  readonly correctedBy: string
}

/**
 * The days of a claim that a page gave before and gives otherwise now, in a sentence that is the same but for its day,
 * where others still print the former one.
 *
 * Two meetings of two days are two claims; that the page changed the one into the other shows that it is one meeting.
 */
export function findCorrectedDays(
  { kind, reports, provenance }: Pick<Claim, 'kind' | 'reports' | 'provenance'>,
  pages: readonly ReportedPage[],
): CorrectedDay[] {
  const found: CorrectedDay[] = []
  const told = new Set<number>()
  for (const { versions } of pages) {
    const last = versions.at(-1)
    const ids = new Set(versions.map(({ articleId }) => articleId))
    const others = reports.filter(({ articleId }) => !ids.has(articleId))
    if (!last || others.length === 0) continue
    const former = versions
      .slice(0, -1)
      .flatMap((version) => version.reports.filter((one) => one.kind === kind))
    for (const now of last.reports) {
      for (const before of former.filter((report) => isSameButForDay(report, now))) {
        const day = dayOf(before)
        if (day === null || told.has(day)) continue
        const printing = others.filter(
          (other) => dayOf(other) === day && compareReports(before, other)?.relation === 'same',
        )
        if (printing.length === 0) continue
        told.add(day)
        const printed = printing.map(({ id }) => id)
        const origins = provenance.origins.filter((origin) =>
          origin.reports.some((id) => printed.includes(id)),
        )
        found.push({
          kind: 'day',
          isUpdate: false,
          otherClaim: null,
          correctedBy: now.id,
          sides: [
            { value: toName(day), reports: printed, origins: origins.map(({ id }) => id).sort() },
            { value: toName(dayOf(now) ?? day), reports: [now.id], origins: [] },
          ],
        })
      }
    }
  }
  return found
}

function isSameButForDay(before: Report, now: Report): boolean {
  const [day, other] = [dayOf(before), dayOf(now)]
  if (before.kind !== now.kind || day === null || other === null || day === other) return false
  return (
    withoutDays(before.sentenceText) === withoutDays(now.sentenceText) &&
    withoutDays(before.proposition) === withoutDays(now.proposition)
  )
}

/** The one day that the words give, as days since 1970; null where they give none or several. */
function dayOf(report: Report): number | null {
  const [day, ...more] = new Set(toProposition(report).days)
  return day === undefined || more.length > 0 ? null : day
}

/** “12 March” */
const toName = (day: number): string =>
  new Date(day * 86_400_000).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
