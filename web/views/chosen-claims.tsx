import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ClaimSummary } from '../../src/records/claim-summary.ts'
import { claimQuery } from '../client/claims.ts'
import { chosenClaimsQuery } from '../client/views.ts'
import { AgainstMarks } from '../dispute-mark.tsx'
import { groupTellings } from '../group-tellings.ts'
import { ModalityBadge } from '../modality-badge.tsx'
import { OriginCount } from '../origin-count.tsx'
import { describeDays } from '../pages/article/describe-days.ts'
import { ClaimWords } from '../pages/claims/claim-words.tsx'
import { TellingList } from '../pages/claims/telling-list.tsx'
import '../pages/claims/claims.css'
import { strings } from '../strings.ts'

/** The claims behind what was chosen in a picture; each opens onto its words and the way to them. */
export function ChosenClaims({
  heading,
  ids,
  count,
  onClose,
}: {
  readonly heading: string
  readonly ids: readonly string[]
  /** How many there are; more than `ids` where those are too many to list. */
  readonly count: number
  readonly onClose: () => void
}) {
  const query = useQuery(chosenClaimsQuery(ids))
  const place = useRef<HTMLElement>(null)
  const key = ids.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows every new choice.
  useEffect(() => place.current?.focus(), [key])
  return (
    <aside
      className="chosen"
      ref={place}
      tabIndex={-1}
      aria-label={heading}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header>
        <h2>{heading}</h2>
        <button type="button" className="quiet-button" onClick={onClose}>
          {strings.close}
        </button>
      </header>
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isError && <p className="failed">{query.error.message}</p>}
      <ol>
        {query.data?.map((claim) => (
          <ChosenClaim key={claim.id} claim={claim} isOpenFirst={ids.length === 1} />
        ))}
      </ol>
      {count > ids.length && <p className="muted">{strings.views.moreClaims(count - ids.length)}</p>}
    </aside>
  )
}

function ChosenClaim({
  claim,
  isOpenFirst,
}: {
  readonly claim: ClaimSummary
  readonly isOpenFirst: boolean
}) {
  const [isOpen, setOpen] = useState(isOpenFirst)
  return (
    <li>
      <ClaimWords claim={claim} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      <p className="chosen-facts">
        <Link
          to="/claims/$id"
          params={{ id: claim.id }}
          aria-label={strings.claimList.openOrigins(claim.origins, claim.proposition)}
        >
          <OriginCount counts={claim} />
        </Link>
        <span>{strings.counted.reports(claim.reports)}</span>
        {claim.copies > 0 && <span>{strings.counted.copies(claim.copies)}</span>}
        {claim.modalities.map((modality) => (
          <ModalityBadge key={modality} modality={modality} />
        ))}
        <AgainstMarks kinds={claim.isDenied ? ['denial', ...claim.against] : claim.against} />
        {claim.day !== null && <span className="muted">{describeDays(claim.day)}</span>}
      </p>
      {isOpen && <ChosenWords id={claim.id} />}
    </li>
  )
}

function ChosenWords({ id }: { readonly id: string }) {
  const query = useQuery(claimQuery(id))
  if (query.isPending) return <p className="muted">{strings.loading}</p>
  if (query.isError) return <p className="failed">{query.error.message}</p>
  return (
    <div className="reports">
      <TellingList tellings={groupTellings(query.data.reports)} />
      <p className="to-claim">
        <Link to="/claims/$id" params={{ id }}>
          {strings.claimList.openClaim}
        </Link>
      </p>
    </div>
  )
}
