import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ClaimSummary } from '../../../src/records/claim-summary.ts'
import { nameSource } from '../../claim-source.tsx'
import { claimQuery } from '../../client/claims.ts'
import { AgainstMarks } from '../../dispute-mark.tsx'
import { groupTellings } from '../../group-tellings.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { OriginCount } from '../../origin-count.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { ClaimWords } from './claim-words.tsx'
import { TellingList } from './telling-list.tsx'

const { claimList } = strings

/**
 * A claim of the ledger: its row, and under it who tells it once that is asked for.
 *
 * Drawn anew only where what it is given has changed: as one scrolls, all the others stay as they are.
 */
export const ClaimRows = memo(function ClaimRows({
  claim,
  index,
  measure,
  isOpen,
  onToggle,
}: {
  readonly claim: ClaimSummary
  /** From 0, in the list. */
  readonly index: number
  /** Told the body of the rows, for its height. */
  readonly measure: (body: HTMLTableSectionElement | null) => void
  readonly isOpen: boolean
  readonly onToggle: (id: string) => void
}) {
  const { source, sourceEntity, isDenied } = claim
  return (
    <tbody ref={measure} data-index={index} className={isOpen ? 'open' : undefined}>
      {/* The head is row 1. */}
      <tr aria-rowindex={index + 2}>
        <td className="origins">
          <Link
            to="/claims/$id"
            params={{ id: claim.id }}
            aria-label={claimList.openOrigins(claim.origins, claim.proposition)}
          >
            <OriginCount counts={claim} />
            <span className="in-words" aria-hidden="true">
              {strings.counted.origins(claim.origins)}
            </span>
          </Link>
        </td>
        <th scope="row" className="proposition">
          <ClaimWords claim={claim} isOpen={isOpen} onToggle={onToggle} />
        </th>
        <td className="source">
          {source === null ? (
            <span className="muted">{claimList.ownVoice}</span>
          ) : (
            <span title={claimList.inItsWords(source)}>{nameSource({ source, sourceEntity })}</span>
          )}
        </td>
        <td className="modalities">
          {claim.modalities
            // What its deniers say stands in the marks beside.
            .filter((modality) => modality !== 'denied' || !isDenied)
            .map((modality) => (
              <ModalityBadge key={modality} modality={modality} />
            ))}
        </td>
        <Count n={claim.reports} inWords={strings.counted.reports} />
        <Count n={claim.outlets} inWords={strings.counted.outlets} />
        <Count n={claim.copies} inWords={strings.counted.copies} />
        <td className="disputes">
          <AgainstMarks kinds={isDenied ? ['denial', ...claim.against] : claim.against} />
        </td>
        <td className="date">
          <ToldTime at={claim.firstPublishedAt} isDay />
        </td>
        <td className="date last">
          <ToldTime at={claim.lastPublishedAt} isDay />
        </td>
      </tr>
      {isOpen && <OpenedRow id={claim.id} />}
    </tbody>
  )
})

/** Who tells a claim, fetched when it is asked for. */
function OpenedRow({ id }: { readonly id: string }) {
  const { data: claim, error } = useQuery(claimQuery(id))
  return (
    <tr>
      <td colSpan={10} className="reports">
        {claim === undefined ? (
          <p className={error ? 'failed' : 'muted'} role={error ? 'alert' : undefined}>
            {error?.message ?? strings.loading}
          </p>
        ) : (
          <TellingList tellings={groupTellings(claim.reports)} />
        )}
        <p className="to-claim">
          <Link to="/claims/$id" params={{ id }}>
            {claimList.openClaim}
          </Link>
        </p>
      </td>
    </tr>
  )
}

/** A number in its column; where the columns fold, at narrow widths, it is said in words. */
function Count({ n, inWords }: { readonly n: number; readonly inWords: (n: number) => string }) {
  return (
    <td className={n === 0 ? 'number zero' : 'number'} data-words={inWords(n)}>
      <span>{n === 0 ? strings.none : n}</span>
    </td>
  )
}
