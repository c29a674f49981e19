import { useEffect, useRef } from 'react'
import { SelectField } from '../../select-field.tsx'
import { strings } from '../../strings.ts'
import '../../styles/filters.css'
import { type Since, type SinceChoice, sinceChoices } from './to-since.ts'

const { news: words } = strings
const names = Object.fromEntries(
  sinceChoices.map((choice) => [choice, words.sinceChoices[choice]]),
) as Record<SinceChoice, string>

/** Chooses since when what changed is told; a day has a field of its own beside it. */
export function SinceField({
  since: { choice },
  asked,
  told,
  onChoose,
}: {
  readonly since: Since
  /** As the address has it. */
  readonly asked: string | undefined
  /** Since when what is shown was told, ISO 8601 in UTC: the day that one begins from. */
  readonly told: string
  /** What the address is to say; undefined for the last visit. */
  readonly onChoose: (since: string | undefined) => void
}) {
  const day = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Not while it is typed: the 1 of a 12 is a month, too.
    if (day.current && day.current !== document.activeElement) day.current.value = asked ?? ''
  }, [asked])
  return (
    <span className="since-field">
      <SelectField
        label={words.since}
        value={choice}
        choices={names}
        onChoose={(next) => onChoose(next === 'visit' ? undefined : next === 'day' ? toFirstDay(told) : next)}
      />
      {choice === 'day' && (
        <input
          type="date"
          aria-label={words.sinceDay}
          ref={day}
          defaultValue={asked}
          onChange={({ target: { value } }) => {
            if (value !== '' && !value.startsWith('0')) onChoose(value)
          }}
        />
      )}
    </span>
  )
}

/** The reader’s day of an instant, `2026-03-04`; of the beginning of time, today. */
function toFirstDay(at: string): string {
  const told = new Date(at)
  const day = told.getTime() === 0 ? new Date() : told
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
