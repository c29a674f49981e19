import { makeReport } from '../records/made-report.fixture.ts'
import type { Report } from '../records/report.ts'
import type { ReportedPage, ReportedVersion } from './tell-edits.ts'

/** What Arce says in an article of 20 November 2025. */
export const toSaid = (articleId: string, proposition: string, more: Partial<Report> = {}): Report =>
  makeReport({
    id: `${articleId} ${proposition}`,
    articleId,
    proposition,
    sentenceText: `Arce said that ${proposition}.`,
    publishedAt: '2025-11-20T10:00:00Z',
    source: 'Arce',
    sourceEntity: 'Tomás Arce',
    ...more,
  })

/** A version that was first seen on this day of November 2025, with its reports and more words. */
export const toVersion = (
  articleId: string,
  day: number,
  reports: readonly Report[],
  more = '',
): ReportedVersion => ({
  articleId,
  firstSeenAt: `2025-11-${day}T09:00:00.000Z`,
  text: [...reports.map(({ sentenceText }) => sentenceText), more].join(' '),
  reports,
})

/** One page of these versions. */
export const toPages = (...versions: readonly ReportedVersion[]): ReportedPage[] => [
  { pageId: 'p', outlet: 'The Wexford Examiner', versions },
]
