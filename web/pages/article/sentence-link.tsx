import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Leads to how one sentence of the article was read; the layers that are hidden stay so. */
export function SentenceLink({
  sentence,
  label,
  children,
}: {
  /** Index in the reading, from zero. */
  readonly sentence: number
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <Link
      from="/articles/$id"
      to="."
      search={({ hide }) => ({ ...(hide === undefined ? {} : { hide }), sentence: String(sentence + 1) })}
      hash=""
      resetScroll={false}
      className="sentence-link"
      aria-label={label}
    >
      {children}
    </Link>
  )
}
