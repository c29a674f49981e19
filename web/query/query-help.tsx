import { strings } from '../strings.ts'
import './query-help.css'

const { queryHelp } = strings

/** How a query is written, with an example of everything. */
export function QueryHelp({ id }: { readonly id: string }) {
  return (
    <section className="query-help" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{queryHelp.heading}</h2>
      <dl>
        {queryHelp.rows.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="muted" id={id}>
        {queryHelp.note}
      </p>
    </section>
  )
}
