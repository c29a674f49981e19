import { useState } from 'react'
import { strings } from '../../strings.ts'

/** A country by its three letters: chosen when the third is typed, and anybody’s when the field is empty. */
export function CountryField({
  country,
  onChoose,
}: {
  /** ISO 3166-1 alpha-3, as the address has it; empty for any. */
  readonly country: string
  readonly onChoose: (country: string) => void
}) {
  const [typed, setTyped] = useState(country)
  const [shown, setShown] = useState(country)
  if (country !== shown) {
    setShown(country)
    setTyped(country)
  }
  return (
    <label className="select-field">
      <span className="muted">{strings.actorList.country}</span>
      <input
        className="country-field"
        value={typed}
        maxLength={3}
        placeholder={strings.actorList.countryPlaceholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          const next = event.target.value.toUpperCase().replace(/[^A-Z]/g, '')
          setTyped(next)
          if (next === '' || next.length === 3) onChoose(next)
        }}
      />
    </label>
  )
}
