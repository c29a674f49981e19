import { strings } from './strings.ts'

/** Asks a list for its next page; nothing where there is none. */
export function MoreButton({
  query,
}: {
  readonly query: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
}) {
  if (!query.hasNextPage) return null
  return (
    <p className="more">
      <button type="button" disabled={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {strings.more}
      </button>
    </p>
  )
}
