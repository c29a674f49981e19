import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { LoggedAct, ReviewKind } from '../../../src/records/review.ts'
import { claimsQuery } from '../../client/claims.ts'
import { reviewsQuery, unsureQuery, useGiveReview } from '../../client/reviews.ts'
import { MoreButton } from '../../more-button.tsx'
import { describeAct } from '../../review/describe-act.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { useUser } from '../../use-user.ts'
import { toAnnotationAddress } from '../article/annotation-address.ts'
import './review.css'

const route = getRouteApi('/review')
const { review: words } = strings

/** The log of reviews with its filters, and what is most worth a look. */
export function ReviewPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const query = useInfiniteQuery(
    reviewsQuery({
      article: search.article ?? null,
      claim: search.claim ?? null,
      by: search.by ?? null,
      kind: (search.kind as ReviewKind | undefined) ?? null,
    }),
  )
  useTitle(words.title)
  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const acts = query.data?.pages.flatMap((page) => page.acts) ?? []
  const isFiltered = Object.keys(search).length > 0
  return (
    <div className="page review-page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <label>
          {words.kind}{' '}
          <select
            value={search.kind ?? ''}
            onChange={(event) => {
              const { kind: _, ...others } = search
              const { value } = event.target
              void navigate({
                to: '/review',
                search: value === '' ? others : { ...others, kind: value },
                replace: true,
              })
            }}
          >
            <option value="">{words.any}</option>
            {Object.entries(words.kinds).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {isFiltered && (
          <Link to="/review" search={{}}>
            {words.all}
          </Link>
        )}
        <a href="/api/reviews/export" download>
          {words.export}
        </a>
      </header>
      <p className="muted">
        {words.lead} {words.exportNote}
      </p>
      <div className="review-columns">
        <section aria-labelledby="log">
          <h2 id="log">{words.log}</h2>
          {query.isPending && <p className="muted">{strings.loading}</p>}
          {query.isSuccess && acts.length === 0 && (
            <p className="muted">{isFiltered ? words.noMatch : words.empty}</p>
          )}
          {acts.length > 0 && <LogTable acts={acts} />}
          <MoreButton query={query} />
        </section>
        <Queue />
      </div>
    </div>
  )
}

function LogTable({ acts }: { readonly acts: readonly LoggedAct[] }) {
  const review = useGiveReview()
  const mayReview = useUser().may('review')
  return (
    <>
      {review.error && (
        <p className="failed" role="alert">
          {review.error.message}
        </p>
      )}
      <table className="rows review-table">
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.of}</th>
            {mayReview && <th scope="col">{words.undo}</th>}
          </tr>
        </thead>
        <tbody>
          {acts.map((logged) => {
            const { act, undoneBy, undone } = logged
            return (
              <tr key={act.id} className={undoneBy === null ? undefined : 'undone'}>
                <td className="date">
                  <ToldTime at={act.at} />
                </td>
                <td>
                  <Link to="/review" search={{ by: act.by }}>
                    {act.by}
                  </Link>
                </td>
                <th scope="row">
                  {undone === null ? describeAct(act) : words.undid(describeAct(undone.act), undone.act.by)}
                  {undoneBy !== null && <span className="muted"> {words.wasUndone}</span>}
                  {act.reason !== null && <span className="muted"> {act.reason}</span>}
                </th>
                <td>
                  <Of logged={undone ?? logged} />
                </td>
                {mayReview && (
                  <td>
                    {undoneBy === null && act.kind !== 'undo' && (
                      <button
                        type="button"
                        className="quiet-button"
                        aria-label={words.undoOf(describeAct(act))}
                        disabled={review.isPending}
                        onClick={() => review.mutate({ kind: 'undo', act: act.id })}
                      >
                        {words.undo}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

/** The words that were judged, and the way to them. */
function Of({
  logged: { act, articleId, claimId, title },
}: {
  readonly logged: Pick<LoggedAct, 'act' | 'articleId' | 'claimId' | 'title'>
}) {
  if ('target' in act && articleId !== null) {
    const { start, end } = act.target.span
    return (
      <>
        <span className="muted">{words.parts[act.target.part]}</span>{' '}
        <Link to="/articles/$id" params={{ id: articleId }} search={{ words: `${start}-${end}` }}>
          <q>{act.target.words}</q>
        </Link>{' '}
        <span className="muted">{title}</span>
      </>
    )
  }
  if (articleId !== null)
    return (
      <Link to="/articles/$id" params={{ id: articleId }}>
        {title ?? strings.articleList.untitled}
      </Link>
    )
  if (claimId !== null)
    return (
      <Link to="/claims/$id" params={{ id: claimId }}>
        {title}
      </Link>
    )
  return <span className="muted">{title}</span>
}

/** Statements that the reader is least sure of, then claims on which something stands against something. */
function Queue() {
  const unsure = useInfiniteQuery(unsureQuery)
  const statements = unsure.data?.pages.flatMap((page) => page.statements) ?? []
  const disputed = useInfiniteQuery(claimsQuery({ q: 'is:disputed' }, 'origins', 50))
  const claims = disputed.data?.pages[0]?.claims.slice(0, 15) ?? []
  return (
    <section aria-labelledby="queue">
      <h2 id="queue">{words.queue}</h2>
      <h3>{words.unsure}</h3>
      {unsure.isSuccess && statements.length === 0 && <p className="muted">{words.noneUnsure}</p>}
      <ol className="review-queue">
        {statements.map(({ articleId, ordinal, source, cue, proposition, confidence, outlet }) => (
          <li key={`${articleId} ${ordinal}`}>
            <Link
              to="/articles/$id"
              params={{ id: articleId }}
              hash={toAnnotationAddress('statement', ordinal)}
            >
              {/* As the article lists it: a cue may stand before its source, as “according to” does. */}
              {source ?? strings.article.nobodyNamed} → {cue.replace(/[,:]$/, '')} →{' '}
              {proposition ?? strings.article.noWords}
            </Link>{' '}
            <span className="muted">
              {confidence.toFixed(2)} · {outlet ?? strings.articleList.noOutlet}
            </span>
          </li>
        ))}
      </ol>
      <MoreButton query={unsure} />
      <h3>{words.disputed}</h3>
      {disputed.isSuccess && claims.length === 0 && <p className="muted">{words.noneDisputed}</p>}
      <ol className="review-queue">
        {claims.map(({ id, proposition, source }) => (
          <li key={id}>
            <Link to="/claims/$id" params={{ id }}>
              {proposition}
            </Link>{' '}
            <span className="muted">{source}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
