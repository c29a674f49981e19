import { useQuery } from '@tanstack/react-query'
import { type ClaimChoice, type ClaimOrder, claimCountQuery } from '../../client/claims.ts'
import { QueryProblems } from '../../query/query-problems.tsx'
import { strings } from '../../strings.ts'
import { ClaimFilterBar } from './claim-filters.tsx'
import { ClaimGroups } from './claim-groups.tsx'
import { ClaimList } from './claim-list.tsx'
import './claims.css'
import { type LedgerSearch, toLedgerSearch } from './ledger-search.ts'

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
  const change = (part: Record<string, unknown>) => onSearch(toLedgerSearch({ ...search, ...part }))
  const onOrder = (next: ClaimOrder) => change({ order: next })
  return (
    <div className="claim-ledger">
      <ClaimFilterBar
        q={q}
        order={order}
        group={group}
        total={total}
        onQuery={(next) => change({ q: next })}
        onOrder={onOrder}
        onGroup={(next) => change({ group: next })}
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
