import type { StoryLink } from '../../../src/records/story.ts'
import type { StoryView } from '../../client/stories.ts'
import { strings } from '../../strings.ts'
import { findStrongestLinks } from './find-strongest-links.ts'
import { groupBasis } from './group-basis.ts'

/** Why the articles are one story: what each pair shares, first the links that hold the story together. */
export function StoryLinks({ view: { story, articles } }: { readonly view: StoryView }) {
  const nameOf = new Map(
    articles
      .flatMap(({ article, copies }) => [article, ...copies.map((copy) => copy.article)])
      .map(({ id, outlet, title }) => [id, { outlet: outlet ?? strings.articleList.noOutlet, title }]),
  )
  const strongest = findStrongestLinks(story.links)
  const others = story.links.filter((link) => !strongest.includes(link)).sort((a, b) => b.score - a.score)
  const table = (links: readonly StoryLink[]) => (
    <table className="rows story-links">
      <thead>
        <tr>
          <th scope="col" className="number">
            {strings.story.score}
          </th>
          <th scope="col">{strings.story.pair}</th>
          <th scope="col">{strings.story.shares}</th>
        </tr>
      </thead>
      <tbody>
        {links.map(({ a, b, score, basis }) => (
          <tr key={`${a} ${b}`}>
            <td className="number">{score.toFixed(2)}</td>
            <td>
              <span title={nameOf.get(a)?.title ?? undefined}>{nameOf.get(a)?.outlet ?? a}</span>
              {' – '}
              <span title={nameOf.get(b)?.title ?? undefined}>{nameOf.get(b)?.outlet ?? b}</span>
            </td>
            <td>
              {groupBasis(basis).map(({ kind, what }) => (
                <span key={kind} className="basis">
                  <span className="muted">{strings.story.basisKind[kind] ?? kind}</span> {what.join(', ')}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (story.links.length === 0) return <p className="muted">{strings.story.alone}</p>
  return (
    <>
      <p className="muted">{strings.story.whyNote}</p>
      {table(strongest)}
      {others.length > 0 && (
        <details>
          <summary>{strings.story.otherLinks(others.length)}</summary>
          {table(others)}
        </details>
      )}
    </>
  )
}
