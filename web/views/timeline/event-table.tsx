import { useRef } from 'react'
import type { ClaimSummary } from '../../../src/records/claim-summary.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { OriginCount } from '../../origin-count.tsx'
import { describeDays } from '../../pages/article/describe-days.ts'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'

/** Events as a table: what the timeline shows, in words. */
export function EventTable({
  claims,
  chosen,
  onChoose,
}: {
  readonly claims: readonly ClaimSummary[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
}) {
  const table = useRef<HTMLTableElement>(null)
  useRowKeys(table, 'button')
  const { timeline, type } = strings.views
  return (
    <div className="wide-table">
      <table className="rows" ref={table}>
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
                  data-mark={claim.id}
                  onClick={() => onChoose(claim.id)}
                >
                  {claim.proposition}
                </button>
              </th>
              <td>{claim.eventType}</td>
              <td>
                {claim.modalities.map((modality) => (
                  <ModalityBadge key={modality} modality={modality} />
                ))}
                {claim.isDenied && <span className="dispute">{strings.disagreement.mark.denial}</span>}
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
