import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Claim } from '../../../src/records/claim.ts'
import { ClaimSource } from '../../claim-source.tsx'
import { countClaim } from '../../count-claim.ts'
import { DisputeMarks, findHedges } from '../../dispute-mark.tsx'
import { groupTellings } from '../../group-tellings.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { OriginCount } from '../../origin-count.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { useActs } from '../../use-acts.ts'
import { useRowKeys } from '../../use-row-keys.ts'
import { TellingList } from './telling-list.tsx'

const { claimList } = strings

/** The claims as a table; each row opens onto its reports, and leads to what stands behind it. */
export function ClaimTable({ claims }: { readonly claims: readonly Claim[] }) {
  const table = useRef<HTMLTableElement>(null)
  const navigate = useNavigate()
  useRowKeys(table, 'button[aria-expanded]', strings.keys.toggleClaim)
  useActs([
    {
      name: strings.keys.openClaim,
      keys: {
        o: () => {
          const id = document.activeElement?.closest<HTMLElement>('tbody[data-claim]')?.dataset.claim
          if (id === undefined) return false
          void navigate({ to: '/claims/$id', params: { id } })
          return undefined
        },
      },
    },
  ])
  return (
    <table className="rows claim-table" ref={table}>
      <thead>
        <tr>
          <th scope="col">{claimList.origins}</th>
          <th scope="col">{claimList.proposition}</th>
          <th scope="col">{claimList.source}</th>
          <th scope="col">{claimList.modality}</th>
          <th scope="col" className="number" title={claimList.reportsMeaning}>
            {claimList.reports}
          </th>
          <th scope="col" className="number">
            {claimList.outlets}
          </th>
          <th scope="col" className="number" title={claimList.copiesMeaning}>
            {claimList.copies}
          </th>
          <th scope="col">{claimList.against}</th>
          <th scope="col" className="date">
            {claimList.first}
          </th>
        </tr>
      </thead>
      {claims.map((claim) => (
        <ClaimRows key={claim.id} claim={claim} />
      ))}
    </table>
  )
}

function ClaimRows({ claim }: { readonly claim: Claim }) {
  const [isOpen, setOpen] = useState(false)
  const counts = countClaim(claim)
  return (
    <tbody className={isOpen ? 'open' : undefined} data-claim={claim.id}>
      <tr>
        <td className="origins">
          <Link
            to="/claims/$id"
            params={{ id: claim.id }}
            aria-label={claimList.openOrigins(counts.origins, claim.proposition)}
          >
            <OriginCount counts={counts} />
            <span className="in-words" aria-hidden="true">
              {strings.counted.origins(counts.origins)}
            </span>
          </Link>
        </td>
        <th scope="row" className="proposition">
          <button
            type="button"
            className="disclosure"
            aria-expanded={isOpen}
            title={isOpen ? claimList.hideReports(counts.reports) : claimList.showReports(counts.reports)}
            onClick={() => setOpen(!isOpen)}
          >
            {claim.proposition}
            {claim.kind === 'event' && <span className="kind"> {claimList.event}</span>}
          </button>
        </th>
        <td className="source">
          <ClaimSource claim={claim} />
        </td>
        <td className="modalities">
          {findHedges(claim).map((modality) => (
            <ModalityBadge key={modality} modality={modality} />
          ))}
        </td>
        <Count n={counts.reports} inWords={strings.counted.reports} />
        <Count n={counts.outlets} inWords={strings.counted.outlets} />
        <Count n={counts.copies} inWords={strings.counted.copies} />
        <td className="disputes">
          <DisputeMarks claim={claim} />
        </td>
        <td className="date">
          <ToldTime at={claim.firstPublishedAt} isDay />
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={9} className="reports">
            <TellingList tellings={groupTellings(claim.reports)} />
            <p className="to-claim">
              <Link to="/claims/$id" params={{ id: claim.id }}>
                {claimList.openClaim}
              </Link>
            </p>
          </td>
        </tr>
      )}
    </tbody>
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
