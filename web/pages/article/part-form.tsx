import { useEffect, useId, useRef, useState } from 'react'
import type { Article } from '../../../src/records/article.ts'
import type { Event, Mention, Modality } from '../../../src/records/reading.ts'
import type { ReviewPart, Said } from '../../../src/records/review.ts'
import type { Span } from '../../../src/records/span.ts'
import { strings } from '../../strings.ts'
import { findSelected } from './find-selected.ts'
import { findWords } from './find-words.ts'

/** A stretch of words that a part names: `evidence` of an event, `cue` of a statement. */
export type SpanField = keyof typeof strings.review.fields

/** What a part says before anything is changed. */
export interface PartValues {
  readonly part: ReviewPart
  readonly type: string | null
  readonly modality: Modality | null
  readonly spans: Partial<Record<SpanField, Span | null>>
  /** When it happened; left out of a part that has no days. */
  readonly days?: Days | null
}

/** First and last day, ISO 8601; a null bound is open. */
interface Days {
  readonly from: string | null
  readonly to: string | null
}

const noDays: Days = { from: null, to: null }

/** Fields that always have words. */
const needed: readonly SpanField[] = ['span', 'cue', 'evidence']

/**
 * Says what a part should be: words are chosen by selecting them in the text, or by typing them as they stand there. Only
 * what differs from before is said.
 */
export function PartForm({
  article,
  start,
  near,
  isPending,
  onSave,
  onCancel,
}: {
  readonly article: Article
  readonly start: PartValues
  /** Where the part stands: words that are typed are those nearest to it. */
  readonly near: number
  readonly isPending: boolean
  readonly onSave: (said: Said) => void
  readonly onCancel: () => void
}) {
  const { text } = article
  const [type, setType] = useState(start.type)
  const [modality, setModality] = useState(start.modality)
  const [words, setWords] = useState(() => startWords(text, start))
  const [chosen, setChosen] = useState(start.spans)
  const [days, setDays] = useState(start.days ?? noDays)
  const [armed, setArmed] = useState<SpanField | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  const fields = Object.keys(start.spans) as SpanField[]
  const isWrong = (field: SpanField) =>
    words[field] !== '' ? chosen[field] === undefined : needed.includes(field)

  const isBackwards = days.from !== null && days.to !== null && days.from > days.to
  const isAnyWrong = isBackwards || fields.some(isWrong)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input')?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  useEffect(() => {
    if (armed === null) return
    const take = () => {
      const span = findSelected(text)
      if (span === null) return
      setChosen((before) => ({ ...before, [armed]: span }))
      setWords((before) => ({ ...before, [armed]: text.slice(span.start, span.end) }))
    }
    document.addEventListener('pointerup', take)
    document.addEventListener('keyup', take)
    return () => {
      document.removeEventListener('pointerup', take)
      document.removeEventListener('keyup', take)
    }
  }, [armed, text])

  const write = (field: SpanField, value: string) => {
    setWords({ ...words, [field]: value })
    setChosen({
      ...chosen,
      [field]: value.trim() === '' ? null : (findWords(text, value, near) ?? undefined),
    })
  }
  const types = Object.keys(start.part === 'event' ? strings.eventType : strings.mentionType)
  return (
    <form
      className="part-form"
      ref={form}
      aria-label={strings.review.formOf[start.part]}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isAnyWrong) onSave(toSaid(start, { type, modality, spans: chosen, days }))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      {start.part !== 'statement' && (
        <label>
          <span>{strings.review.type}</span>
          <select value={type ?? ''} onChange={(event) => setType(event.target.value)} required>
            {type === null && <option value="">{strings.review.choose}</option>}
            {types.map((each) => (
              <option key={each} value={each}>
                {start.part === 'mention' ? strings.mentionType[each as Mention['type']] : each}
              </option>
            ))}
          </select>
        </label>
      )}
      {start.part !== 'mention' && (
        <label>
          <span>{strings.review.modality}</span>
          <select
            value={modality ?? ''}
            onChange={(event) => setModality((event.target.value || null) as Modality | null)}
          >
            <option value="">{strings.unknown}</option>
            {Object.entries(strings.modality).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {fields.map((field) => (
        <label key={field} className={armed === field ? 'armed' : undefined}>
          <span>{strings.review.fields[field]}</span>
          <input
            type="text"
            value={words[field] ?? ''}
            autoComplete="off"
            spellCheck={false}
            placeholder={needed.includes(field) ? strings.review.needsWords : strings.review.nobody}
            aria-invalid={isWrong(field)}
            aria-describedby={isWrong(field) ? `${id}-wrong` : `${id}-hint`}
            onFocus={() => setArmed(field)}
            onChange={(event) => write(field, event.target.value)}
          />
        </label>
      ))}
      {start.days !== undefined && (
        <>
          <DayField
            name={strings.review.firstDay}
            day={days.from}
            wrongId={isBackwards ? `${id}-days` : null}
            // Most events have one day: it is typed once.
            onDay={(from) => setDays({ from, to: days.to === days.from ? from : days.to })}
          />
          <DayField
            name={strings.review.lastDay}
            day={days.to}
            wrongId={isBackwards ? `${id}-days` : null}
            onDay={(to) => setDays({ ...days, to })}
          />
          {isBackwards && (
            <p className="failed" id={`${id}-days`} role="status">
              {strings.review.daysBackwards}
            </p>
          )}
        </>
      )}
      <p className="muted" id={`${id}-hint`}>
        {strings.review.selectHint}
      </p>
      {fields.some(isWrong) && (
        <p className="failed" id={`${id}-wrong`} role="status">
          {strings.review.notInText}
        </p>
      )}
      <p className="part-form-acts">
        <button type="submit" disabled={isPending || isAnyWrong}>
          {strings.review.save}
        </button>
        <button type="button" className="quiet-button" onClick={onCancel}>
          {strings.review.cancel}
        </button>
      </p>
    </form>
  )
}

function DayField({
  name,
  day,
  wrongId,
  onDay,
}: {
  readonly name: string
  readonly day: string | null
  /** Of what says what is wrong with it; null where nothing is. */
  readonly wrongId: string | null
  readonly onDay: (day: string | null) => void
}) {
  return (
    <label>
      <span>{name}</span>
      <input
        type="date"
        value={day ?? ''}
        aria-invalid={wrongId !== null}
        aria-describedby={wrongId ?? undefined}
        onChange={(event) => onDay(event.target.value || null)}
      />
    </label>
  )
}

function startWords(text: string, { spans }: PartValues): Partial<Record<SpanField, string>> {
  return Object.fromEntries(
    Object.entries(spans).map(([field, span]) => [field, span ? text.slice(span.start, span.end) : '']),
  )
}

/** Only what differs. */
function toSaid(start: PartValues, now: Omit<PartValues, 'part'>): Said {
  const changed = Object.fromEntries(
    Object.entries(now.spans).flatMap(([field, span]) => {
      const before = start.spans[field as SpanField] ?? null
      const isSame = span?.start === before?.start && span?.end === before?.end
      return isSame ? [] : [[field, span ? { start: span.start, end: span.end } : null]]
    }),
  )
  const { from, to } = now.days ?? noDays
  const before = start.days ?? noDays
  const said = {
    ...changed,
    ...((from !== before.from || to !== before.to) && {
      when: from === null && to === null ? null : { from, to },
    }),
    ...(now.type !== start.type && { type: now.type as Event['type'] }),
    ...(now.modality !== start.modality && { modality: now.modality }),
  }
  return { [start.part]: said }
}
