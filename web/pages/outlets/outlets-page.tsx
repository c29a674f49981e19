import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type OutletFilters, outletsQuery } from '../../client/outlets.ts'
import { MoreButton } from '../../more-button.tsx'
import { SearchField } from '../../search-field.tsx'
import { SelectField } from '../../select-field.tsx'
import { strings } from '../../strings.ts'
import '../../styles/filters.css'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { OutletTable } from './outlet-table.tsx'
import { OutletTabs } from './outlet-tabs.tsx'

const route = getRouteApi('/outlets')
const { outletList } = strings

/** Who publishes the articles of the ledger, and how each tells, copies and edits. */
export function OutletsPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const query = useInfiniteQuery(outletsQuery(search as OutletFilters))
  useTitle(strings.outlets)
  const choose = (name: 'words' | 'stateRun' | 'order', value: string) => {
    const { [name]: _before, ...others } = search
    void navigate({
      to: '/outlets',
      search: value === '' ? others : { ...others, [name]: value },
      replace: true,
    })
  }

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const outlets = query.data?.pages.flatMap((page) => page.outlets) ?? []
  const { order: _order, ...filters } = search
  const isFiltered = Object.keys(filters).length > 0
  return (
    <div className="page">
      <header className="page-head filtered-head">
        <h1>{strings.outlets}</h1>
        <OutletTabs />
        <SearchField
          words={search.words ?? ''}
          label={outletList.search}
          placeholder={outletList.searchPlaceholder}
          onSearch={(words) => choose('words', words)}
        />
        <label className="select-field">
          <input
            type="checkbox"
            checked={search.stateRun === 'true'}
            onChange={(event) => choose('stateRun', event.target.checked ? 'true' : '')}
          />
          {outletList.stateRun}
        </label>
        <SelectField
          label={outletList.order}
          value={search.order ?? 'articles'}
          choices={outletList.orders}
          onChoose={(order) => choose('order', order === 'articles' ? '' : order)}
        />
        <p className="muted">{outletList.lead}</p>
      </header>
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && outlets.length === 0 && (
        <p className="muted">
          {isFiltered ? outletList.noMatch : outletList.empty}{' '}
          {isFiltered && (
            <Link to="/outlets" search={{}}>
              {outletList.all}
            </Link>
          )}
        </p>
      )}
      {outlets.length > 0 && <OutletTable outlets={outlets} />}
      <MoreButton query={query} />
    </div>
  )
}
