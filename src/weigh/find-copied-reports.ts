import type { Copy, CopySentence } from '../records/copy.ts'
import type { Report } from '../records/report.ts'
import { isSamePerson } from './to-person-name.ts'
import { toProposition } from './to-proposition.ts'

/** A report whose words were taken from another article. */
export interface CopiedReport {
  readonly copy: Copy
  /** The report that it repeats. */
  readonly reportId: string
  readonly sentence: CopySentence
}

/** Which reports repeat another of them, by copied sentences; by the id of the repeating one. */
export function findCopiedReports(
  reports: readonly Report[],
  copies: readonly Copy[],
): ReadonlyMap<string, CopiedReport> {
  const byArticle = new Map<string, Report[]>()
  for (const report of reports) {
    const own = byArticle.get(report.articleId)
    if (own) own.push(report)
    else byArticle.set(report.articleId, [report])
  }
  const found = new Map<string, CopiedReport>()
  for (const copy of copies) {
    const [of, by] = [byArticle.get(copy.of), byArticle.get(copy.by)]
    if (!of || !by) continue
    for (const report of by) {
      const known = found.get(report.id)
      // Of several originals the one that gave the article most.
      if (known && known.copy.share >= copy.share) continue
      const sentence = copy.sentences.find(
        (one) =>
          one.by !== null &&
          one.of !== null &&
          one.by.start < report.span.end &&
          report.span.start < one.by.end,
      )
      const original = sentence?.of
      if (!sentence || !original) continue
      const repeated = findLikest(
        report,
        of.filter(
          (other) =>
            other.span.start < original.end &&
            original.start < other.span.end &&
            (sentence.change === 'same' || isOneSaying(report, other)),
        ),
      )
      if (repeated) found.set(report.id, { copy, reportId: repeated.id, sentence })
    }
  }
  return found
}

/** Of a sentence that was changed, who says it and whether he does may have been changed, too. */
function isOneSaying(a: Report, b: Report): boolean {
  if (a.stance !== b.stance) return false
  const [p, q] = [toProposition(a), toProposition(b)]
  if (p.speakerName === null || q.speakerName === null) return true
  return isSamePerson(p.speakerName, q.speakerName)
}

/** One sentence may tell a claim twice: by the agency, and by him whom it relays. The first of several alike. */
function findLikest(report: Report, others: readonly Report[]): Report | null {
  let [best, most] = [null as Report | null, -1]
  for (const other of others) {
    const alike = (['proposition', 'source', 'stance', 'kind'] as const).filter(
      (key) => other[key] === report[key],
    ).length
    if (alike > most) [best, most] = [other, alike]
  }
  return best
}
