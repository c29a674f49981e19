import { Link } from '@tanstack/react-router'
import type { Report } from '../../../src/records/claim.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { strings } from '../../strings.ts'
import { toAnnotationAddress } from '../article/annotation-address.ts'

/** Who reports a claim: outlet, date and sentence, each with the way to the words in its article. */
export function ReportList({ reports }: { readonly reports: readonly Report[] }) {
  return (
    <ol className="report-list">
      {reports.map((report) => (
        <li key={report.id}>
          <p className="report-outlet">
            <span>{report.outlet ?? strings.articleList.noOutlet}</span>
            <span className="muted">{report.publishedAt?.slice(0, 10) ?? strings.articleList.undated}</span>
            <ModalityBadge modality={report.modality} />
            <Link
              to="/articles/$id"
              params={{ id: report.articleId }}
              search={{}}
              hash={toAnnotationAddress(report.kind, report.ordinal)}
            >
              {strings.claimList.openWords}
            </Link>
          </p>
          <blockquote>{report.sentenceText}</blockquote>
        </li>
      ))}
    </ol>
  )
}
