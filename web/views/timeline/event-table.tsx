import type { ClaimSummary } from '../../../src/records/claim-summary.ts'
import { AgainstMarks } from '../../dispute-mark.tsx'
import { ModalityBadge } from '../../modality-badge.tsx'
import { OriginCount } from '../../origin-count.tsx'
import { describeDays } from '../../pages/article/describe-days.ts'
import { strings } from '../../strings.ts'

/** Events and statements as a table: what the timeline shows, in words. */
export function EventTable({
  claims,
  chosen,
  onChoose,
}: {
  readonly claims: readonly ClaimSummary[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}) {
  const { timeline, type } = strings.views
  return (
    <div className="wide-table">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{timeline.when}</th>
            <th scope="col">{timeline.event}</th>
            <th scope="col">{type}</th>
            <th scope="col">{strings.claimList.modality}</th>
            <th scope="col">{strings.claimList.origins}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id} aria-current={claim.id === chosen ? 'true' : undefined}>
              <td className="date">{describeDays(claim.day) ?? strings.unknown}</td>
              <th scope="row">
                <button
                  type="button"
                  className="choice"
                  data-pick={claim.id}
                  onClick={() => onChoose(claim.id)}
                >
                  {claim.proposition}
                </button>
              </th>
              <td>{claim.eventType ?? <span className="muted">{strings.views.timeline.statement}</span>}</td>
              <td>
                {claim.modalities.map((modality) => (
                  <ModalityBadge key={modality} modality={modality} />
                ))}
                <AgainstMarks kinds={claim.isDenied ? ['denial', ...claim.against] : claim.against} />
              </td>
              <td>
                <OriginCount counts={claim} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
