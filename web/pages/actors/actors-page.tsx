import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ActorFilters, actorsQuery } from '../../client/actors.ts'
import { MoreButton } from '../../more-button.tsx'
import { SearchField } from '../../search-field.tsx'
import { SelectField } from '../../select-field.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { ActorTable } from './actor-table.tsx'
import { CountryField } from './country-field.tsx'

const route = getRouteApi('/actors')
const { actorList } = strings

const { unnamed: _, ...kinds } = strings.actorKind

/** Everybody who is named in the ledger. */
export function ActorsPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const query = useInfiniteQuery(actorsQuery(search as ActorFilters))
  useTitle(strings.actors)
  const choose = (name: 'words' | 'kind' | 'country' | 'order', value: string) => {
    const { [name]: _before, ...others } = search
    void navigate({
      to: '/actors',
      search: value === '' ? others : { ...others, [name]: value },
      replace: true,
    })
  }

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const actors = query.data?.pages.flatMap((page) => page.actors) ?? []
  const { order: _order, ...filters } = search
  const isFiltered = Object.keys(filters).length > 0
  return (
    <div className="page">
      <header className="page-head filtered-head">
        <h1>{strings.actors}</h1>
        <SearchField
          words={search.words ?? ''}
          label={actorList.search}
          placeholder={actorList.searchPlaceholder}
          onSearch={(words) => choose('words', words)}
        />
        <SelectField
          label={actorList.kind}
          value={search.kind ?? ''}
          choices={{ '': actorList.anyKind, ...kinds }}
          onChoose={(kind) => choose('kind', kind)}
        />
        <CountryField country={search.country ?? ''} onChoose={(country) => choose('country', country)} />
        <SelectField
          label={actorList.order}
          value={search.order ?? 'origins'}
          choices={actorList.orders}
          onChoose={(order) => choose('order', order === 'origins' ? '' : order)}
        />
        <p className="muted">{actorList.lead}</p>
      </header>
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && actors.length === 0 && (
        <p className="muted">
          {isFiltered ? actorList.noMatch : actorList.empty}{' '}
          {isFiltered && (
            <Link to="/actors" search={{}}>
              {actorList.all}
            </Link>
          )}
        </p>
      )}
      {actors.length > 0 && <ActorTable actors={actors} />}
      <MoreButton query={query} />
    </div>
  )
}
