import { Link } from '@tanstack/react-router'
import type { Claim } from '../../../src/records/claim.ts'
import type { Disagreement } from '../../../src/records/disagreement.ts'
import { strings } from '../../strings.ts'

/** What does not fit together, each side with its words, its origins and its outlets; no verdict on either. */
export function DisagreementList({ claim }: { readonly claim: Claim }) {
  return (
    <ul className="disagreements">
      {claim.disagreements.map((disagreement, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never move.
        <li key={i}>
          <h3>
            {strings.disagreement.name[disagreement.kind]}
            {disagreement.isUpdate && <span className="muted"> {strings.disagreement.isUpdate}</span>}
          </h3>
          <Sides claim={claim} disagreement={disagreement} />
          {disagreement.otherClaim !== null && (
            <p>
              <Link to="/claims/$id" params={{ id: disagreement.otherClaim }}>
                {strings.disagreement.otherClaim}
              </Link>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Sides({ claim, disagreement }: { readonly claim: Claim; readonly disagreement: Disagreement }) {
  const originOf = new Map(claim.provenance.origins.map((origin) => [origin.id, origin]))
  const reportOf = new Map(claim.reports.map((report) => [report.id, report]))
  return (
    <div className="sides">
      {disagreement.sides.map(({ value, origins, reports }) => {
        const outlets = new Set(reports.flatMap((id) => reportOf.get(id)?.outlet ?? []))
        const isAgainst = origins.some((id) => (originOf.get(id)?.side ?? 'support') !== 'support')
        const first = reportOf.get(reports[0] ?? '')
        return (
          <section key={value} className={isAgainst ? 'side side-against' : 'side'}>
            <h4>{value}</h4>
            {first && <blockquote>{first.sentenceText}</blockquote>}
            <dl className="pairs">
              <dt>{strings.claimList.origins}</dt>
              <dd>
                {origins.map((id) => originOf.get(id)?.name ?? strings.claim.originUnknown).join('; ') ||
                  strings.claim.originsElsewhere}
              </dd>
              <dt>{strings.claimList.outlets}</dt>
              <dd>{[...outlets].join('; ') || strings.claim.originsElsewhere}</dd>
            </dl>
          </section>
        )
      })}
    </div>
  )
}
