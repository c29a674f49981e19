import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef } from 'react'
import { searchCountsQuery } from '../../client/searches.ts'
import { QueryField } from '../../query/query-field.tsx'
import { QueryHelp } from '../../query/query-help.tsx'
import { QueryProblems } from '../../query/query-problems.tsx'
import { SaveSearch } from '../../query/save-search.tsx'
import { strings } from '../../strings.ts'
import { useRowKeys } from '../../use-row-keys.ts'
import { useTitle } from '../../use-title.ts'
import { FoundActors, FoundArticles, FoundClaims, FoundStories } from './found.tsx'
import { SavedSearchList } from './saved-search-list.tsx'
import './search.css'

const route = getRouteApi('/search')
const { searchPage } = strings

/** One field for everything: what is found of each kind, each with the way to all of it. */
export function SearchPage() {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const found = useRef<HTMLDivElement>(null)
  const { data: counts } = useQuery({ ...searchCountsQuery(q), enabled: q !== '' })
  useTitle(q === '' ? strings.search : `${q} · ${strings.search}`)
  useRowKeys(found, '.found th a')
  return (
    <div className="page search-page">
      <header className="page-head">
        <h1>{strings.search}</h1>
        <QueryField
          q={q}
          label={searchPage.field}
          describedBy="query-note"
          onSearch={(next) => void navigate({ search: next === '' ? {} : { q: next }, replace: true })}
        />
        <SaveSearch q={q} />
      </header>
      <div className="search-columns">
        <div ref={found}>
          {q === '' ? (
            <p className="muted">{searchPage.lead}</p>
          ) : (
            <>
              <QueryProblems problems={counts?.problems ?? []} />
              <FoundClaims q={q} total={counts?.claims ?? null} />
              <FoundStories q={q} total={counts?.stories ?? null} />
              <FoundArticles q={q} total={counts?.articles ?? null} />
              <FoundActors q={q} />
            </>
          )}
        </div>
        <div className="search-side">
          <SavedSearchList />
          <QueryHelp id="query-note" />
        </div>
      </div>
    </div>
  )
}
