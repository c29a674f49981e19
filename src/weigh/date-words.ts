import type { Report } from '../records/report.ts'
import { compareReports } from './compare-reports.ts'
import { countAlike, rangesMeet } from './find-figures.ts'
import { isSameButForStyle } from './fold-style.ts'
import type { ReportedPage, ReportedVersion } from './tell-edits.ts'
import { toFigures } from './to-figures.ts'
import { toProposition } from './to-proposition.ts'

/**
 * Gives each report that a changed page tells the time at which the page was first seen to say so (`addedAt`), where it
 * did not from the first: what a correction says was not known on the day of the article.
 *
 * @param pages those that changed; reports of other articles come back as they are.
 */
export function dateWords(reports: readonly Report[], pages: readonly ReportedPage[]): Report[] {
  const versionsOf = new Map(pages.map(({ versions }) => [versions.at(-1)?.articleId, versions]))
  return reports.map((report) => {
    const versions = versionsOf.get(report.articleId) ?? []
    const since = versions.findLastIndex((version) => !tells(version, report)) + 1
    const addedAt = since === 0 ? null : (versions[since]?.firstSeenAt ?? null)
    return addedAt === null ? report : { ...report, addedAt }
  })
}

/** Whether a version has the words, or tells the same in others: as surely, in the same figures and days. */
function tells({ articleId, text, reports }: ReportedVersion, report: Report): boolean {
  if (articleId === report.articleId) return true
  if (report.sentenceText !== '' && text.includes(report.sentenceText)) return true
  return reports.some((other) => {
    if (other.kind !== report.kind || other.stance !== report.stance || other.modality !== report.modality)
      return false
    if (isSameButForStyle(other.proposition, report.proposition)) return true
    return compareReports(other, report)?.relation === 'same' && haveOneMeasure(other, report)
  })
}

/** Neither gives a figure or a day that the other one does not. */
function haveOneMeasure(a: Report, b: Report): boolean {
  const [figures, others] = [toFigures(a), toFigures(b)]
  const meet = (mine: typeof figures, theirs: typeof figures) =>
    mine.every((figure) => theirs.some((other) => countAlike(figure, other) && rangesMeet(figure, other)))
  const [days, otherDays] = [a, b].map((report) => [...new Set(toProposition(report).days)].sort().join(' '))
  return meet(figures, others) && meet(others, figures) && days === otherDays
}
