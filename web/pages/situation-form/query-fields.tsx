import { useId } from 'react'
import type { ClaimQuery } from '../../../src/records/claim-query.ts'
import { strings } from '../../strings.ts'
import { describeQuery } from '../situations/describe-query.ts'
import { emptyQuery, isEmptyQuery } from './empty-query.ts'
import { NameField } from './name-field.tsx'

const { situationForm } = strings

/** What a query of the search language asks for that the form has no field for. */
const restOf = (query: ClaimQuery): ClaimQuery => ({
  ...query,
  words: '',
  actors: [],
  sources: [],
  outlets: [],
  types: [],
  places: [],
  after: null,
  before: null,
})

/** What a situation is about. What else a search asked for stands at the end and can be taken out. */
export function QueryFields({
  query,
  onChange,
}: {
  readonly query: ClaimQuery
  readonly onChange: (query: ClaimQuery) => void
}) {
  const id = useId()
  const set = (more: Partial<ClaimQuery>) => onChange({ ...query, ...more })
  const rest = restOf(query)
  return (
    <>
      <NamesOf part="actors" kinds={['actor', 'source']} query={query} onChange={onChange} />
      <NamesOf part="places" kinds={['place']} query={query} onChange={onChange} />
      <TypeField types={query.types} onChange={(types) => set({ types })} />
      <div className="field">
        <label htmlFor={`${id}-words`}>{situationForm.words}</label>
        <input
          id={`${id}-words`}
          type="text"
          value={query.words}
          maxLength={2000}
          autoComplete="off"
          aria-describedby={`${id}-words-hint`}
          onChange={(event) => set({ words: event.target.value })}
        />
        <p className="hint" id={`${id}-words-hint`}>
          {situationForm.wordsHint}
        </p>
      </div>
      <NamesOf part="sources" kinds={['source']} query={query} onChange={onChange} />
      <NamesOf part="outlets" kinds={['outlet']} query={query} onChange={onChange} />
      <fieldset className="field date-fields">
        <legend>{situationForm.dates}</legend>
        {(['after', 'before'] as const).map((part) => (
          <label key={part}>
            {situationForm[part]}{' '}
            <input
              type="date"
              value={query[part] ?? ''}
              onChange={(event) => set({ [part]: event.target.value === '' ? null : event.target.value })}
            />
          </label>
        ))}
      </fieldset>
      {!isEmptyQuery(rest) && (
        <div className="field">
          <p>
            {situationForm.rest} {describeQuery(rest)}{' '}
            <button
              type="button"
              className="quiet-button"
              onClick={() => {
                const { not, minOrigins, kind, isDisputed, modalities } = emptyQuery
                set({ not, minOrigins, kind, isDisputed, modalities })
              }}
            >
              {situationForm.withoutRest}
            </button>
          </p>
          <p className="hint">{situationForm.restHint}</p>
        </div>
      )}
    </>
  )
}

function NamesOf({
  part,
  kinds,
  query,
  onChange,
}: {
  readonly part: keyof typeof situationForm.fields
  readonly query: ClaimQuery
  readonly onChange: (query: ClaimQuery) => void
} & Pick<Parameters<typeof NameField>[0], 'kinds'>) {
  const [label, hint] = situationForm.fields[part]
  return (
    <NameField
      label={label}
      hint={hint}
      kinds={kinds}
      names={query[part]}
      onChange={(names) => onChange({ ...query, [part]: names })}
    />
  )
}

function TypeField({
  types,
  onChange,
}: {
  readonly types: readonly string[]
  readonly onChange: (types: readonly string[]) => void
}) {
  return (
    <fieldset className="field">
      <legend>{situationForm.types}</legend>
      <div className="type-choices">
        {Object.entries(strings.eventType).map(([type, meaning]) => (
          <label key={type} title={meaning}>
            <input
              type="checkbox"
              checked={types.includes(type)}
              onChange={(event) =>
                onChange(event.target.checked ? [...types, type] : types.filter((other) => other !== type))
              }
            />
            <span>
              {type} <span className="muted">{meaning}</span>
            </span>
          </label>
        ))}
      </div>
      <p className="hint">{situationForm.typesHint}</p>
    </fieldset>
  )
}
