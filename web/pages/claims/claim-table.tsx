import { useRef, useState } from 'react'
import type { Claim } from '../../../src/records/claim.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'
import { ReportList } from './report-list.tsx'

/** The claims as a table; each row opens onto its reports. */
export function ClaimTable({ claims }: { readonly claims: readonly Claim[] }) {
  const table = useRef<HTMLTableElement>(null)
  useRowKeys(table, 'button[aria-expanded]')
  return (
    <table className="rows claim-table" ref={table}>
      <thead>
        <tr>
          <th scope="col">{strings.claimList.source}</th>
          <th scope="col">{strings.claimList.proposition}</th>
          <th scope="col">{strings.claimList.modality}</th>
          <th scope="col" className="number">
            {strings.claimList.reports}
          </th>
          <th scope="col" className="number">
            {strings.claimList.outlets}
          </th>
          <th scope="col" className="date">
            {strings.claimList.first}
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
  const reports = claim.reports.length
  return (
    <tbody className={isOpen ? 'open' : undefined}>
      <tr>
        <td className="source">
          {claim.source ?? <span className="muted">{strings.claimList.ownVoice}</span>}
        </td>
        <th scope="row" className="proposition">
          <button
            type="button"
            className="disclosure"
            aria-expanded={isOpen}
            title={isOpen ? strings.claimList.hideReports(reports) : strings.claimList.showReports(reports)}
            onClick={() => setOpen(!isOpen)}
          >
            {claim.proposition}
            {claim.kind === 'event' && <span className="kind"> {strings.claimList.event}</span>}
          </button>
        </th>
        <td className="modalities">
          {claim.modalities.map((modality) => (
            <ModalityBadge key={modality} modality={modality} />
          ))}
        </td>
        <td className="number" data-words={strings.counted.reports(reports)}>
          <span>{reports}</span>
        </td>
        <td className="number" data-words={strings.counted.outlets(claim.outlets.length)}>
          <span>{claim.outlets.length}</span>
        </td>
        <td className="date">
          {claim.firstPublishedAt?.slice(0, 10) ?? (
            <span className="muted">{strings.articleList.undated}</span>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={6} className="reports">
            <ReportList reports={claim.reports} />
          </td>
        </tr>
      )}
    </tbody>
  )
}
