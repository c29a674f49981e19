import { Link } from '@tanstack/react-router'
import type { Claim } from '../../../src/records/claim.ts'
import { tellsZone } from '../../format-told-time.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'

/** What happened to a claim in the course of its reports, the earliest first. */
export function ClaimHistory({ claim }: { readonly claim: Claim }) {
  // Nobody’s own clock shows times without a zone and times with one in their order.
  const isUtc = claim.history.some(({ at }) => at !== null && !tellsZone(at))
  const reportOf = new Map(claim.reports.map((report) => [report.id, report]))
  return (
    <table className="rows history">
      <tbody>
        {claim.history.map(({ kind, at, reportId, before, after, edit }) => (
          <tr key={`${kind} ${reportId} ${edit?.pageId} ${at}`}>
            <td className="date">
              <ToldTime at={at} isUtc={isUtc} />
            </td>
            <th scope="row">{strings.change[kind]}</th>
            <td>
              {edit
                ? `${before ?? strings.edit.notBefore} → ${after ?? strings.edit.notAfter}`
                : [before, after].filter((part) => part !== null).join(' → ')}{' '}
              <span className="muted">{edit?.outlet ?? reportOf.get(reportId ?? '')?.outlet ?? ''}</span>{' '}
              {edit && (
                <Link to="/changes" search={{ article: edit.afterArticleId }}>
                  {strings.edit.show}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
