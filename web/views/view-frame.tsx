import { type ReactNode, useState } from 'react'
import { strings } from '../strings.ts'
import { Trouble } from '../trouble.tsx'
import './views.css'

/**
 * What stands around every view: its filters, the picture or the table in its place, and beside it what was chosen.
 * Whoever cannot see the picture has all of it in the table.
 */
export function ViewFrame({
  query,
  filters,
  figure,
  table,
  notes,
  chosen,
}: {
  readonly query: {
    readonly isPending: boolean
    readonly isPlaceholderData: boolean
    readonly error: Error | null
    readonly refetch: () => unknown
    readonly data: { readonly problems: readonly string[] } | undefined
  }
  readonly filters: ReactNode
  readonly figure: () => ReactNode
  readonly table: () => ReactNode
  /** What the picture leaves out, in numbers. */
  readonly notes: ReactNode
  readonly chosen: ReactNode
}) {
  const [isTable, setTable] = useState(false)
  if (query.error !== null && query.data === undefined)
    return <Trouble error={query.error} retry={() => query.refetch()} />
  return (
    <div className="view">
      <div className="view-filters">
        {filters}
        <button
          type="button"
          aria-pressed={isTable}
          className={isTable ? 'pressed' : undefined}
          onClick={() => setTable(!isTable)}
        >
          {strings.views.asTable}
        </button>
      </div>
      {query.data?.problems.map((problem) => (
        <p key={problem} className="failed">
          {problem}
        </p>
      ))}
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.data !== undefined && (
        <div className={chosen === null ? 'view-columns' : 'view-columns with-chosen'}>
          <div className="view-main" aria-busy={query.isPlaceholderData}>
            {isTable ? table() : figure()}
            <div className="view-notes muted">{notes}</div>
          </div>
          {chosen}
        </div>
      )}
    </div>
  )
}
