import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { claimsQuery } from '../../client/claims.ts'
import { NewLine } from '../../live/new-line.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { ClaimFilterBar } from './claim-filters.tsx'
import { ClaimTable } from './claim-table.tsx'
import './claims.css'
import { MoreButton } from '../../more-button.tsx'

const route = getRouteApi('/claims')

/** What is said across the ledger, in a story or in one article: every claim with what stands behind it. */
export function ClaimsPage() {
  const search = route.useSearch()
  const query = useInfiniteQuery(
    claimsQuery({
      words: search.words ?? '',
      article: search.article ?? null,
      story: search.story ?? null,
      minOrigins: search.origins ?? null,
      isDisputed: search.disputed !== undefined,
    }),
  )
  useTitle(strings.claims)

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const claims = query.data?.pages.flatMap((page) => page.claims) ?? []
  const isFiltered = Object.keys(search).length > 0
  return (
    <div className="page">
      <header className="page-head claims-head">
        <h1>{strings.claims}</h1>
        <ClaimFilterBar search={search} />
        <p className="muted">{strings.claimList.lead}</p>
      </header>
      <NewLine list="claims" rows={claims.length} query={query} />
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && claims.length === 0 && (
        <p className="muted">
          {isFiltered ? strings.claimList.noMatch : strings.claimList.empty}{' '}
          {isFiltered && (
            <Link to="/claims" search={{}}>
              {strings.claimList.allClaims}
            </Link>
          )}
        </p>
      )}
      {claims.length > 0 && <ClaimTable claims={claims} />}
      <MoreButton query={query} />
    </div>
  )
}
