import { type ReactNode, useId, useState } from 'react'
import { strings } from '../../strings.ts'

/** As many as let twelve outlets stand on a screen or two. */
const shownFirst = 4

/** A list under a head that counts it, of which the first few are shown until all are asked for, and all on paper; nothing where it is empty. */
export function ShortList({
  heading,
  meaning,
  items,
}: {
  readonly heading: string
  readonly meaning: string
  readonly items: readonly { readonly key: string; readonly shown: ReactNode }[]
}) {
  const [isAll, setAll] = useState(false)
  const id = useId()
  if (items.length === 0) return null
  return (
    <section className="short-list" aria-labelledby={id}>
      <h4 id={id} title={meaning}>
        {heading} <span className="muted">{items.length}</span>
      </h4>
      <ul>
        {items.map((item, i) => (
          <li key={item.key} className={isAll || i < shownFirst ? undefined : 'on-paper'}>
            {item.shown}
          </li>
        ))}
      </ul>
      {!isAll && items.length > shownFirst && (
        <button type="button" className="quiet-button" onClick={() => setAll(true)}>
          {strings.story.allOf(items.length)}
          <span className="unseen"> {heading}</span>
        </button>
      )}
    </section>
  )
}
