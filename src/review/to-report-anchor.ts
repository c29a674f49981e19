import type { Report } from '../records/report.ts'
import type { ReportAnchor } from '../records/review.ts'

/** A report by the words of its article. */
export const toReportAnchor = (textId: string, text: string, report: Report): ReportAnchor => ({
  textId,
  kind: report.kind,
  span: { start: report.span.start, end: report.span.end },
  words: text.slice(report.span.start, report.span.end),
  source: report.source,
  eventType: report.eventType,
  actor: report.actor,
  recipient: report.recipient,
})
