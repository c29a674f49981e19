import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { claimsQuery } from '../../client.ts'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { ClaimTable } from './claim-table.tsx'
import './claims.css'

const route = getRouteApi('/claims')

/** What is said across the ledger, or in one article: every claim with all who report it. */
export function ClaimsPage() {
  const { article } = route.useSearch()
  const query = useInfiniteQuery(claimsQuery(article ?? null))
  useTitle(strings.claims)

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const claims = query.data?.pages.flatMap((page) => page.claims) ?? []
  return (
    <div className="page">
      <header className="page-head claims-head">
        <h1>{strings.claims}</h1>
        {article === undefined ? (
          <p className="muted">{strings.claimList.lead}</p>
        ) : (
          <p className="muted">
            {strings.claimList.ofArticle}{' '}
            <Link to="/articles/$id" params={{ id: article }} search={{}}>
              {strings.claimList.toArticle}
            </Link>{' '}
            <Link to="/claims" search={{}}>
              {strings.claimList.allClaims}
            </Link>
          </p>
        )}
      </header>
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && claims.length === 0 && <p className="muted">{strings.claimList.empty}</p>}
      {claims.length > 0 && <ClaimTable claims={claims} />}
      {query.hasNextPage && (
        <p className="more">
          <button type="button" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {strings.more}
          </button>
        </p>
      )}
    </div>
  )
}
