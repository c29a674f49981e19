import { useQueries } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import type { FacetKind } from '../../../src/records/facet.ts'
import { facetsQuery } from '../../client/facets.ts'
import { strings } from '../../strings.ts'

const { situationForm } = strings

/** As long as a typist pauses before the ledger is asked what begins so. */
const pauseMs = 250

/** Names of one kind, any of which will do: typed or chosen from what the ledger has, each to be taken out again. */
export function NameField({
  label,
  hint,
  kinds,
  names,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  /** What is suggested. */
  readonly kinds: readonly FacetKind[]
  readonly names: readonly string[]
  readonly onChange: (names: readonly string[]) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [prefix, setPrefix] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setPrefix(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useQueries({
    queries: kinds.map((kind) => facetsQuery({ kind, prefix, limit: 12 })),
    combine: (queries) => queries.flatMap(({ data }) => data?.facets ?? []),
  })
  const suggested = new Map(
    [...found].sort((a, b) => b.claims - a.claims).map((facet) => [facet.name, facet] as const),
  )
  const add = (name: string) => {
    const given = name.trim()
    setTyped('')
    if (given !== '' && !names.includes(given)) onChange([...names, given])
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {names.length > 0 && (
        <ul className="chosen-names" aria-label={situationForm.added(label)}>
          {names.map((name) => (
            <li key={name}>
              {name}
              <button
                type="button"
                aria-label={situationForm.without(name)}
                title={situationForm.without(name)}
                onClick={() => onChange(names.filter((other) => other !== name))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        type="text"
        list={`${id}-names`}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        placeholder={situationForm.addName}
        onChange={(event) => {
          const { value } = event.target
          // A name that is chosen from the list comes whole, not letter by letter.
          if (suggested.has(value) && value.length > typed.length + 1) add(value)
          else setTyped(value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault()
            add(typed)
          }
          if (event.key === 'Backspace' && typed === '' && names.length > 0) onChange(names.slice(0, -1))
        }}
        onBlur={() => add(typed)}
      />
      <datalist id={`${id}-names`}>
        {[...suggested.values()].map(({ kind, key, name, claims }) => (
          <option key={`${kind} ${key}`} value={name}>
            {situationForm.inClaims(claims)}
          </option>
        ))}
      </datalist>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
