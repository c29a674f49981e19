import type { Claim } from '../../../src/records/claim.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'

/** What happened to a claim in the course of its reports, the earliest first. */
export function ClaimHistory({ claim }: { readonly claim: Claim }) {
  const reportOf = new Map(claim.reports.map((report) => [report.id, report]))
  return (
    <table className="rows history">
      <tbody>
        {claim.history.map(({ kind, at, reportId, before, after }) => (
          <tr key={`${kind} ${reportId}`}>
            <td className="date">
              <ToldTime at={at} />
            </td>
            <th scope="row">{strings.change[kind]}</th>
            <td>
              {[before, after].filter((part) => part !== null).join(' → ')}{' '}
              <span className="muted">{reportOf.get(reportId)?.outlet ?? ''}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
