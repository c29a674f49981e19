import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ChangeCard } from '../../change-card.tsx'
import { changesQuery } from '../../client/changes.ts'
import { NewLine } from '../../live/new-line.tsx'
import { MoreButton } from '../../more-button.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import './changes.css'

const route = getRouteApi('/changes')

/** What pages said and say otherwise now, the last first. */
export function ChangesPage() {
  const search = route.useSearch()
  const query = useInfiniteQuery(
    changesQuery({
      article: search.article ?? null,
      outlet: search.outlet ?? null,
      isSilent: search.silent !== undefined,
      withTrivial: search.trivial !== undefined,
    }),
  )
  useTitle(strings.changes)
  const { changeList } = strings

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const changes = query.data?.pages.flatMap((page) => page.changes) ?? []
  const isFiltered = Object.keys(search).length > 0
  return (
    <div className="page">
      <header className="page-head changes-head">
        <h1>{strings.changes}</h1>
        <Flag name="silent" label={changeList.silent} />
        <Flag name="trivial" label={changeList.trivial} />
        {(search.article ?? search.outlet) !== undefined && (
          <span className="chosen-filter">
            {search.outlet === undefined ? changeList.ofArticle : changeList.ofOutlet(search.outlet)}{' '}
            <Link to="/changes" search={{}}>
              {changeList.anyPage}
            </Link>
          </span>
        )}
        <p className="muted">{changeList.lead}</p>
      </header>
      <NewLine list="changes" rows={changes.length} isFiltered={isFiltered} query={query} />
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && changes.length === 0 && (
        <p className="muted">
          {isFiltered ? changeList.noMatch : changeList.empty}{' '}
          {isFiltered && (
            <Link to="/changes" search={{}}>
              {changeList.all}
            </Link>
          )}
        </p>
      )}
      <ol className="change-list">
        {changes.map((change) => (
          <li key={change.id}>
            <ChangeCard change={change} />
          </li>
        ))}
      </ol>
      <MoreButton query={query} />
    </div>
  )
}

/** A filter that is there or not; it stands in the address. */
function Flag({ name, label }: { readonly name: 'silent' | 'trivial'; readonly label: string }) {
  const { [name]: value, ...others } = route.useSearch()
  const navigate = useNavigate()
  return (
    <label className="change-flag">
      <input
        type="checkbox"
        checked={value !== undefined}
        onChange={(event) =>
          void navigate({
            to: '/changes',
            search: event.target.checked ? { ...others, [name]: 'true' } : others,
            replace: true,
          })
        }
      />
      {label}
    </label>
  )
}
