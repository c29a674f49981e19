import type { Report } from '../records/report.ts'
import type { ReportAnchor } from '../records/review.ts'
import { shareOfWords } from './share-of-words.ts'

/** As in `find-part`: a report of half of the words is another one. */
const leastShare = 0.5

/**
 * The report that the anchor means, of one text’s; null where none is. The most of its words, then the same source, kind
 * of event and parties, then the first.
 */
export function findReport(anchor: ReportAnchor, reports: readonly Report[]): Report | null {
  let [best, likest] = [null as Report | null, 0]
  for (const report of reports) {
    if (report.kind !== anchor.kind) continue
    const share = shareOfWords(report.span, anchor.span)
    if (share < leastShare) continue
    const same = (['source', 'eventType', 'actor', 'recipient'] as const).filter(
      (key) => report[key] === anchor[key],
    )
    const likeness = share + same.length
    if (likeness > likest) [best, likest] = [report, likeness]
  }
  return best
}
