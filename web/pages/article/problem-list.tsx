import type { Problem } from '../../../src/records/problem.ts'
import { strings } from '../../strings.ts'

/** What was wrong with the page, and what to try; nothing when nothing was. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <section className="problems" aria-label={strings.article.problems}>
      <ul>
        {problems.map(({ code, message, advice }) => (
          <li key={`${code} ${message}`}>
            <strong>{message}</strong> {advice !== null && <span>{advice}</span>} <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
