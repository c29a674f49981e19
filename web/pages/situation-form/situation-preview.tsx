import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ClaimQuery } from '../../../src/records/claim-query.ts'
import type { MatchReason } from '../../../src/records/situation-counts.ts'
import { previewQuery } from '../../client/situations.ts'
import { OriginCount } from '../../origin-count.tsx'
import { Sparkline } from '../../sparkline.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { isEmptyQuery } from './empty-query.ts'

const { situationForm } = strings

/** At 400 ms a name that is typed makes one or two looks at the ledger. */
const pauseMs = 400

/** What a query would have caught, a moment after it was last changed. */
export function SituationPreview({ query }: { readonly query: ClaimQuery }) {
  const asked = useSettled(query)
  const isAsked = !isEmptyQuery(asked) && !isEmptyQuery(query)
  const { data, error, isFetching } = useQuery({ ...previewQuery({ query: asked }), enabled: isAsked })
  return (
    <section className="situation-preview" aria-labelledby="preview-heading" aria-busy={isFetching}>
      <h2 id="preview-heading">{situationForm.preview}</h2>
      {!isAsked && <p className="muted">{situationForm.nothingAsked}</p>}
      {isAsked && error && (
        <p className="failed" role="alert">
          {error.message}
        </p>
      )}
      {isAsked && !error && data === undefined && <p className="muted">{strings.loading}</p>}
      {isAsked && !error && data !== undefined && (
        <div>
          <p className="preview-counts" aria-live="polite">
            {data.counts.claims === 0
              ? situationForm.nothingCaught
              : strings.situation.counts(
                  data.counts.claims,
                  data.counts.articles,
                  data.counts.outlets,
                  data.counts.origins,
                )}
          </p>
          {data.counts.claims > 0 && (
            <>
              <p title={strings.situationList.perDayMeaning}>
                <Sparkline days={data.counts.days} />
              </p>
              <p className="muted">
                {[
                  ...(data.counts.earlier > 0 ? [situationForm.earlier(data.counts.earlier)] : []),
                  ...(data.counts.undated > 0 ? [situationForm.undated(data.counts.undated)] : []),
                ].join(' · ')}
              </p>
              <h3>{situationForm.firstClaims}</h3>
              <ol className="preview-claims">
                {data.claims.map(({ claim, why }) => (
                  <li key={claim.id}>
                    <OriginCount counts={claim} />
                    <div>
                      <Link to="/claims/$id" params={{ id: claim.id }} target="_blank">
                        {claim.proposition}
                      </Link>{' '}
                      <span className="muted">
                        {claim.sourceEntity ?? claim.source ?? strings.claimList.ownVoice},{' '}
                        <ToldTime at={claim.firstPublishedAt} isDay />
                      </span>
                      <WhyMatched why={why} />
                    </div>
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
      )}
    </section>
  )
}

function WhyMatched({ why }: { readonly why: readonly MatchReason[] }) {
  if (why.length === 0) return null
  return (
    <ul className="match-reasons">
      {why.map(({ part, asked, found }) => (
        <li key={`${part} ${asked}`}>
          <span className="muted">{strings.matchPart[part]}</span> {found ?? asked}
        </li>
      ))}
    </ul>
  )
}

/** A value once it has stayed the same for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
