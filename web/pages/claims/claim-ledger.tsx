import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { ClaimGrouping } from '../../../src/records/claim-group.ts'
import { type ClaimChoice, type ClaimOrder, claimCountQuery, claimsQuery } from '../../client/claims.ts'
import { QueryProblems } from '../../query/query-problems.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { ClaimFilterBar } from './claim-filters.tsx'
import { ClaimGroups } from './claim-groups.tsx'
import { ClaimTable } from './claim-table.tsx'
import './claims.css'

/** How a ledger of claims is looked at, as its address has it; what is absent is as usual. */
export interface LedgerSearch {
  /** In the language of the search. */
  readonly q?: string
  readonly order?: ClaimOrder
  readonly group?: ClaimGrouping
}

/** The most that the server gives at once. */
const pageRows = 200

const { claimList } = strings

/**
 * The ledger of claims: filtered, ordered, grouped, and drawn only where one looks.
 *
 * It keeps nothing itself: whoever shows it holds `search` in the page’s address. Grouping is done by the server over
 * all the claims that are chosen, so that the counts of the groups hold whatever was scrolled to.
 */
export function ClaimLedger({
  within = {},
  search,
  onSearch,
}: {
  /** What the claims are chosen from, beside the search: a situation, a story, an article. */
  readonly within?: Pick<ClaimChoice, 'article' | 'story' | 'situation'>
  readonly search: LedgerSearch
  readonly onSearch: (search: LedgerSearch) => void
}) {
  const { q = '', order = 'origins', group } = search
  const choice = { ...within, q }
  const count = useQuery(claimCountQuery(choice))
  const total = count.data?.claims ?? null
  const change = (part: LedgerSearch) => onSearch({ ...search, ...part })
  const onOrder = (next: ClaimOrder) => change({ order: next })
  return (
    <div className="claim-ledger">
      <ClaimFilterBar
        q={q}
        group={group}
        total={total}
        onQuery={(next) => change({ q: next })}
        onGroup={(next) => onSearch(toGrouped(search, next))}
      />
      <QueryProblems problems={count.data?.problems ?? []} />
      {total === 0 && q !== '' && (
        <p className="muted">
          {claimList.noMatch}{' '}
          <button type="button" className="quiet-button" onClick={() => change({ q: '' })}>
            {claimList.allClaims}
          </button>
        </p>
      )}
      {total === 0 && q === '' && <p className="muted">{claimList.empty}</p>}
      {group === undefined ? (
        <ClaimList choice={choice} total={total} order={order} onOrder={onOrder} />
      ) : (
        <ClaimGroups key={group} choice={choice} by={group} order={order} onOrder={onOrder} />
      )}
    </div>
  )
}

/** The claims of a choice, more of them as one comes to the end of those that are there. */
export function ClaimList({
  choice,
  total,
  order,
  onOrder,
}: {
  readonly choice: ClaimChoice
  readonly total: number | null
  readonly order: ClaimOrder
  readonly onOrder: (order: ClaimOrder) => void
}) {
  const query = useInfiniteQuery(claimsQuery(choice, order, pageRows))
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const claims = useMemo(() => data?.pages.flatMap((page) => page.claims) ?? [], [data])
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  if (query.isError && claims.length === 0)
    return <Trouble error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <p className="muted">{strings.loading}</p>
  if (claims.length === 0) return null
  return (
    <>
      <ClaimTable claims={claims} total={total} order={order} onOrder={onOrder} onNearEnd={onNearEnd} />
      {isFetchingNextPage && <p className="muted">{strings.loading}</p>}
      {query.isFetchNextPageError && (
        <p className="failed" role="alert">
          {query.error?.message}{' '}
          <button type="button" onClick={() => void fetchNextPage()}>
            {strings.retry}
          </button>
        </p>
      )}
    </>
  )
}

/** Without a grouping that is none. */
function toGrouped(
  { group: _before, ...others }: LedgerSearch,
  group: ClaimGrouping | undefined,
): LedgerSearch {
  return group === undefined ? others : { ...others, group }
}
