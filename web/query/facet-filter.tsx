import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { facetsQuery } from '../client/facets.ts'
import { strings } from '../strings.ts'
import './facet-filter.css'
import { type FacetKey, facetOfKey } from './find-completion.ts'
import { findValues, setValues } from './query-tokens.ts'

const { facetFilter } = strings

/** How many are offered at once; the rest is found by typing. */
const offered = 40

/** What a query asks for under one key, to be ticked off a list of what the ledger has; any of them will do. */
export function FacetFilter({
  q,
  facetKey,
  nameOf = (name) => name,
  onQuery,
}: {
  readonly q: string
  readonly facetKey: FacetKey
  /** For people: “in the outlet’s voice” for `fact`. */
  readonly nameOf?: (name: string) => string
  readonly onQuery: (q: string) => void
}) {
  const details = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  const values = findValues(q, facetKey)
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: PointerEvent | FocusEvent) => {
      if (event.target instanceof Node && !details.current?.contains(event.target)) setOpen(false)
    }
    window.addEventListener('pointerdown', leave)
    window.addEventListener('focusin', leave)
    return () => {
      window.removeEventListener('pointerdown', leave)
      window.removeEventListener('focusin', leave)
    }
  }, [isOpen])
  return (
    <details
      className="facet-filter"
      ref={details}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        setOpen(false)
        details.current?.querySelector('summary')?.focus()
      }}
    >
      <summary>
        {facetFilter.label[facetKey]}
        {values.length > 0 && <b>{values.length === 1 ? nameOf(values[0] ?? '') : values.length}</b>}
      </summary>
      {isOpen && (
        <FacetChoice
          facetKey={facetKey}
          values={values}
          nameOf={nameOf}
          onValues={(next) => onQuery(setValues(q, facetKey, next))}
        />
      )}
    </details>
  )
}

function FacetChoice({
  facetKey,
  values,
  nameOf,
  onValues,
}: {
  readonly facetKey: FacetKey
  readonly values: readonly string[]
  readonly nameOf: (name: string) => string
  readonly onValues: (values: string[]) => void
}) {
  const [prefix, setPrefix] = useState('')
  const noteId = useId()
  const { data, isPending } = useQuery(facetsQuery({ kind: facetOfKey[facetKey], prefix, limit: offered }))
  const facets = data?.facets ?? []
  const isOffered = (value: string) => facets.some(({ name }) => isSame(name, value))
  const rows = [
    ...values.filter((value) => !isOffered(value)).map((name) => ({ name, claims: null })),
    ...facets.map(({ name, claims }) => ({ name, claims })),
  ]
  return (
    <div className="facet-choice">
      <input
        type="text"
        value={prefix}
        onChange={(event) => setPrefix(event.target.value)}
        aria-label={facetFilter.find(facetFilter.label[facetKey])}
        placeholder={facetFilter.placeholder}
        aria-describedby={noteId}
        autoComplete="off"
        spellCheck={false}
      />
      <ul>
        {rows.map(({ name, claims }) => {
          const isChosen = values.some((value) => isSame(value, name))
          return (
            <li key={name}>
              <label>
                <input
                  type="checkbox"
                  checked={isChosen}
                  onChange={() =>
                    onValues(isChosen ? values.filter((value) => !isSame(value, name)) : [...values, name])
                  }
                />
                <span>{nameOf(name)}</span>
                {claims !== null && <span className="muted number">{claims.toLocaleString()}</span>}
              </label>
            </li>
          )
        })}
      </ul>
      <p className="muted" id={noteId}>
        {isPending
          ? strings.loading
          : facets.length === 0
            ? facetFilter.none
            : facets.length === offered
              ? facetFilter.more(offered)
              : facetFilter.anyOf}
      </p>
    </div>
  )
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
