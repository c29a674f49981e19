import { useEffect, useState } from 'react'
import { strings } from '../strings.ts'
import { type GrowingList, useNews } from './news.ts'

/**
 * Says over a list that the ledger has more by now, and shows it when asked to: “12 new claims · show”. An empty list is
 * asked again at once: nothing there can move under anybody’s eyes. Over a list that is filtered it gives no number: what
 * is counted is the whole ledger, and nobody knows how much of it the filter lets through.
 */
export function NewLine({
  list,
  rows,
  isFiltered,
  query,
}: {
  readonly list: GrowingList
  /** How many are shown. */
  readonly rows: number
  readonly isFiltered: boolean
  readonly query: {
    readonly data: { readonly pages: readonly object[] } | undefined
    readonly refetch: (options: { readonly cancelRefetch: boolean }) => unknown
  }
}) {
  const added = useNews((news) => news.added[list])
  const first = query.data?.pages[0]
  const [shown, setShown] = useState({ first, added })
  if (shown.first !== first) setShown({ first, added })
  const n = added - shown.added
  const isAsked = rows === 0 && first !== undefined && n > 0
  const { refetch } = query
  useEffect(() => {
    if (isAsked) refetch({ cancelRefetch: false })
  }, [isAsked, refetch])
  const show = () => {
    setShown({ first, added })
    refetch({ cancelRefetch: true })
  }
  return (
    <div aria-live="polite">
      {n > 0 && (
        <button type="button" className="new-line" onClick={show}>
          {isFiltered ? strings.live.more : strings.live.added[list](n)} · {strings.live.show}
        </button>
      )}
    </div>
  )
}
