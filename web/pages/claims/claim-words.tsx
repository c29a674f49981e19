import { Link } from '@tanstack/react-router'
import type { ClaimSummary } from '../../../src/records/claim-summary.ts'
import { strings } from '../../strings.ts'

const { claimList } = strings

/** The words of a claim, which lead to its page, and before them what shows or hides who tells it. */
export function ClaimWords({
  claim: { id, kind, proposition, reports },
  isOpen,
  onToggle,
}: {
  readonly claim: Pick<ClaimSummary, 'id' | 'kind' | 'proposition' | 'reports'>
  readonly isOpen: boolean
  readonly onToggle: (id: string) => void
}) {
  const says = isOpen ? claimList.hideReports(reports) : claimList.showReports(reports)
  return (
    <span className="claim-words">
      <button
        type="button"
        className="disclosure"
        aria-expanded={isOpen}
        aria-label={claimList.ofClaim(says, proposition)}
        title={says}
        onClick={() => onToggle(id)}
      />
      <Link to="/claims/$id" params={{ id }} title={claimList.openClaim}>
        {proposition}
      </Link>
      {kind === 'event' && <span className="kind"> {claimList.event}</span>}
    </span>
  )
}
