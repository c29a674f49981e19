import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { strings } from '../../strings.ts'

/** How long a typist may pause before the search is made: at 250 ms ordinary typing makes one search. */
const pauseMs = 250

/** The field that searches as one types; the words stand in the address, so a search can be sent on. */
export function SearchField({ words }: { readonly words: string }) {
  const navigate = useNavigate()
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
    const timer = setTimeout(() => {
      void navigate({ to: '/articles', search: next === '' ? {} : { words: next }, replace: true })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, words, navigate])
  return (
    <search className="search-field">
      <input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
        placeholder={strings.articleList.searchPlaceholder}
        aria-label={strings.articleList.search}
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
