import { Link } from '@tanstack/react-router'
import { strings } from '../../strings.ts'
import type { Sending } from './sending.ts'

/** What became of each file that was sent, the last sent first. */
export function OutcomeTable({ sendings }: { readonly sendings: readonly Sending[] }) {
  return (
    <table className="rows outcome-table">
      <thead>
        <tr>
          <th scope="col">{strings.dropZone.file}</th>
          <th scope="col">{strings.dropZone.outcome}</th>
          <th scope="col">{strings.dropZone.found}</th>
        </tr>
      </thead>
      <tbody>
        {sendings.map((sending) => (
          <tr key={sending.key}>
            <th scope="row" className="file">
              {sending.name}
            </th>
            <td>{outcomeOf(sending)}</td>
            <td>
              <Found sending={sending} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function outcomeOf(sending: Sending) {
  if (sending.state === 'done') {
    const { outcome } = sending.outcome
    return <span className={outcome === 'failed' ? 'failed' : undefined}>{strings.dropZone[outcome]}</span>
  }
  if (sending.state === 'refused') return <span className="failed">{strings.dropZone.failed}</span>
  return <span className="muted">{strings.dropZone[sending.state]}</span>
}

function Found({ sending }: { readonly sending: Sending }) {
  if (sending.state === 'refused') return sending.message
  if (sending.state !== 'done') return null
  const { articleId, title, statements, events, problems } = sending.outcome
  return (
    <>
      {articleId !== null && (
        <p>
          <Link to="/articles/$id" params={{ id: articleId }} search={{}}>
            {title ?? strings.articleList.untitled}
          </Link>{' '}
          <span className="muted">{strings.dropZone.foundCounts(statements, events)}</span>
        </p>
      )}
      {problems.map(({ code, message, advice }) => (
        <p key={code}>
          {message} {advice !== null && <span className="muted">{advice}</span>}
        </p>
      ))}
    </>
  )
}
