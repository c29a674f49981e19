import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { type ClaimChoice, type ClaimOrder, claimsQuery } from '../../client/claims.ts'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { ClaimTable } from './claim-table.tsx'

/** The most that the server gives at once. */
const pageRows = 200

/** The claims of a choice, more of them as one comes to the end of those that are there. */
export function ClaimList({
  choice,
  total,
  order,
  onOrder,
  isAlone = true,
}: {
  readonly choice: ClaimChoice
  readonly total: number | null
  readonly order: ClaimOrder
  readonly onOrder: (order: ClaimOrder) => void
  /** False where other lists stand beside it: it takes the keys only while it has the focus. */
  readonly isAlone?: boolean
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
      <ClaimTable
        claims={claims}
        total={total}
        order={order}
        onOrder={onOrder}
        onNearEnd={onNearEnd}
        isAlone={isAlone}
      />
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
