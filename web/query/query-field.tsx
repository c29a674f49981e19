import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { facetsQuery } from '../client/facets.ts'
import { strings } from '../strings.ts'
import { completeFromLanguage, findUnfinished, toFacetKind, type Unfinished } from './find-completion.ts'
import './query-field.css'
import { toToken } from './query-tokens.ts'

/** How long a typist may pause before the search is made; names are typed slower than words. */
const pauseMs = 400

const { queryField } = strings

interface Completion {
  /** What takes the place of what was typed. */
  readonly text: string
  readonly shown: string
  readonly claims: number | null
}

/**
 * The field for a query in the language of the search, completed while one types.
 *
 * The page keeps the query in its address. It is searched for after a pause or at Enter; Escape closes the completions
 * and then leaves the field.
 */
export function QueryField({
  q,
  label,
  onSearch,
  describedBy,
}: {
  /** As the address has it. */
  readonly q: string
  readonly label: string
  /** Told without the white space around it; empty when there is no search any more. */
  readonly onSearch: (q: string) => void
  /** The id of what says how queries are written. */
  readonly describedBy?: string
}) {
  const input = useRef<HTMLInputElement>(null)
  const caretAt = useRef<number | null>(null)
  const listId = useId()
  const search = useRef(onSearch)
  useEffect(() => {
    search.current = onSearch
  })
  const [typed, setTyped] = useState(q)
  const [shown, setShown] = useState(q)
  const [unfinished, setUnfinished] = useState<Unfinished | null>(null)
  const [chosen, setChosen] = useState(-1)
  if (q !== shown) {
    // The address changed by another way than typing: back, a link, a filter.
    setShown(q)
    if (q !== typed.trim()) setTyped(q)
  }
  const completions = useCompletions(unfinished)
  const isOpen = completions.length > 0

  useEffect(() => {
    const next = typed.trim()
    // While a key waits for its value there is nothing to search for yet.
    if (next === q || /(?::|>=)"?$/.test(next)) return
    const timer = setTimeout(() => search.current(next), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, q])

  const look = () => {
    const { value = '', selectionStart } = input.current ?? {}
    setUnfinished(findUnfinished(value, selectionStart ?? value.length))
    setChosen(-1)
  }
  const close = () => setUnfinished(null)
  // At once with the new words: who types on must find the caret behind them.
  useLayoutEffect(() => {
    if (caretAt.current === null) return
    input.current?.setSelectionRange(caretAt.current, caretAt.current)
    caretAt.current = null
    look()
  })
  const take = ({ text }: Completion) => {
    if (unfinished === null || input.current === null) return
    const before = typed.slice(0, unfinished.start)
    const after = typed.slice(unfinished.end).trimStart()
    const isKey = unfinished.key === null
    const next = `${before}${text}${isKey ? '' : ' '}${after}`
    setTyped(next)
    caretAt.current = next.length - after.length
    close()
  }

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const completion = completions[chosen]
    if (event.key === 'ArrowDown' && isOpen) setChosen((chosen + 1) % completions.length)
    else if (event.key === 'ArrowUp' && isOpen)
      setChosen((Math.max(chosen, 0) + completions.length - 1) % completions.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && completion !== undefined) take(completion)
    else if (event.key === 'Escape' && isOpen) close()
    else if (event.key === 'Escape') event.currentTarget.blur()
    else if (event.key === 'Enter') {
      close()
      onSearch(typed.trim())
    } else return
    // Tab without a completion has returned above and goes on to the next field.
    event.preventDefault()
  }

  return (
    <search className="query-field">
      <input
        ref={input}
        type="search"
        role="combobox"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          look()
        }}
        onClick={look}
        onKeyDown={onKeyDown}
        onBlur={close}
        placeholder={queryField.placeholder}
        aria-label={label}
        aria-describedby={describedBy}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={completions[chosen] && `${listId}-${chosen}`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <span className="key-hint" aria-hidden="true">
        /
      </span>
      <div
        id={listId}
        role="listbox"
        aria-label={queryField.completions}
        hidden={!isOpen}
        className="completions"
      >
        {completions.map((completion, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen one.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
          <div
            key={completion.text}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === chosen}
            // Else the field would lose the focus, and the list be gone, before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(completion)}
          >
            <span>{completion.shown}</span>
            {completion.claims !== null && (
              <span className="muted">{completion.claims.toLocaleString()}</span>
            )}
          </div>
        ))}
      </div>
    </search>
  )
}

/** What may stand where something is unfinished: from the language itself, or by the names of the ledger. */
function useCompletions(unfinished: Unfinished | null): Completion[] {
  const kind = unfinished && toFacetKind(unfinished)
  const { data } = useQuery({
    ...facetsQuery({ kind: kind ?? 'actor', prefix: unfinished?.prefix ?? '', limit: 8 }),
    enabled: kind !== null,
  })
  if (unfinished === null) return []
  const { dash, key } = unfinished
  if (kind !== null)
    return (data?.facets ?? []).map(({ name, claims }) => ({
      text: `${dash}${toToken(key ?? '', name)}`,
      shown: name,
      claims,
    }))
  return completeFromLanguage(unfinished).map((value) => ({
    text: `${dash}${key ?? ''}${value}`,
    shown: key === null ? `${value} ${queryField.keyMeaning[value] ?? ''}` : value,
    claims: null,
  }))
}
