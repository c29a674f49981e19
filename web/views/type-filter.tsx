import { strings } from '../strings.ts'
import { quadClasses } from './quad-class.ts'

/** Chooses types of events; none chosen means all. */
export function TypeFilter({
  types,
  counts,
  onChange,
}: {
  readonly types: readonly string[]
  /** How many events there are of each; null where that is not known. */
  readonly counts: ReadonlyMap<string, number> | null
  readonly onChange: (types: readonly string[]) => void
}) {
  return (
    <details className="type-filter">
      <summary>{types.length === 0 ? strings.views.allTypes : types.join(', ')}</summary>
      <div className="type-choices">
        {quadClasses.map(({ quadClass, types: ofClass }) => (
          <fieldset key={quadClass}>
            <legend>{strings.quadClass[quadClass]}</legend>
            {ofClass.map((type) => (
              <label key={type} title={strings.eventType[type]}>
                <input
                  type="checkbox"
                  checked={types.includes(type)}
                  onChange={(event) =>
                    onChange(
                      event.target.checked ? [...types, type] : types.filter((other) => other !== type),
                    )
                  }
                />
                {type}
                {counts !== null && <span className="muted"> {counts.get(type) ?? 0}</span>}
              </label>
            ))}
          </fieldset>
        ))}
        {types.length > 0 && (
          <button type="button" className="quiet-button" onClick={() => onChange([])}>
            {strings.views.anyType}
          </button>
        )}
      </div>
    </details>
  )
}
