import { useEffect, useRef, useState } from 'react'

/** How long a typist may pause before the search is made: at 250 ms ordinary typing makes one search. */
const pauseMs = 250

/** The field that searches as one types; its page keeps the words in the address, so a search can be sent on. */
export function SearchField({
  words,
  label,
  placeholder,
  onSearch,
}: {
  /** As the address has them. */
  readonly words: string
  readonly label: string
  readonly placeholder: string
  /** Told without the white space around them; empty when there is no search any more. */
  readonly onSearch: (words: string) => void
}) {
  const search = useRef(onSearch)
  useEffect(() => {
    search.current = onSearch
  })
  const [typed, setTyped] = useState(words)
  const [shown, setShown] = useState(words)
  if (words !== shown) {
    // The address changed by another way than typing: back, or a link.
    setShown(words)
    if (words !== typed.trim()) setTyped(words)
  }
  useEffect(() => {
    const next = typed.trim()
    if (next === words) return
    const timer = setTimeout(() => search.current(next), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, words])
  return (
    <search className="search-field">
      <input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
        placeholder={placeholder}
        aria-label={label}
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
      />
      <span className="key-hint" aria-hidden="true">
        /
      </span>
    </search>
  )
}
