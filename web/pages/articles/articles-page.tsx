import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { articlesQuery } from '../../client/articles.ts'
import { NewLine } from '../../live/new-line.tsx'
import { ChosenSearch } from '../../query/chosen-search.tsx'
import { SearchField } from '../../search-field.tsx'
import { strings } from '../../strings.ts'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { useUser } from '../../use-user.ts'
import { ArticleTable } from './article-table.tsx'
import './articles.css'
import { MoreButton } from '../../more-button.tsx'
import { DropZone } from './drop-zone.tsx'
import { EmptyLedgerHead, OtherBeginnings } from './empty-ledger.tsx'

const route = getRouteApi('/articles')

/** The articles of the ledger, those that hold some words, or what to do when there are none yet. */
export function ArticlesPage() {
  const { words = '', q = '', ...of } = route.useSearch()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const query = useInfiniteQuery(articlesQuery({ words, q, ...of }))
  const mayAdd = useUser().may('admin')
  useTitle(strings.articles)

  const articles = query.data?.pages.flatMap((page) => page.articles) ?? []
  const isChosen = q !== '' || of.feed !== undefined || of.outlet !== undefined
  const isEmptyLedger = query.isSuccess && articles.length === 0 && words === '' && !isChosen
  // The drop zone outlives the empty ledger, so that what became of the first files stays readable.
  if (isEmptyLedger && !isAdding) setAdding(true)

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  return (
    <div className="page">
      {isEmptyLedger ? (
        <EmptyLedgerHead mayAdd={mayAdd} />
      ) : (
        <header className="page-head">
          <h1>{strings.articles}</h1>
          <SearchField
            words={words}
            label={strings.articleList.search}
            placeholder={strings.articleList.searchPlaceholder}
            onSearch={(next) =>
              void navigate({
                to: '/articles',
                search: { ...of, ...(next && { words: next }), ...(q && { q }) },
                replace: true,
              })
            }
          />
          <ChosenSearch q={q} to="/articles" />
          {(of.feed ?? of.outlet) !== undefined && (
            <span className="chosen-filter">
              {of.outlet === undefined ? strings.articleList.ofFeed : strings.articleList.ofOutlet(of.outlet)}{' '}
              <Link to="/articles" search={{ ...(words && { words }), ...(q && { q }) }}>
                {strings.articleList.ofAny}
              </Link>
            </span>
          )}
          {mayAdd && (
            <button
              type="button"
              className="quiet-button"
              aria-expanded={isAdding}
              onClick={() => setAdding(!isAdding)}
            >
              {strings.articleList.add}
            </button>
          )}
        </header>
      )}
      {mayAdd && isAdding && <DropZone />}
      {mayAdd && isEmptyLedger && <OtherBeginnings />}
      <NewLine list="articles" rows={articles.length} isFiltered={words !== '' || isChosen} query={query} />
      {articles.length > 0 && <ArticleTable articles={articles} />}
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && articles.length === 0 && !isEmptyLedger && (
        <p className="no-match">
          {isChosen ? strings.searchPage.none : strings.articleList.noMatch(words)}{' '}
          <Link to="/articles" search={{}}>
            {strings.articleList.clearSearch}
          </Link>
        </p>
      )}
      <MoreButton query={query} />
    </div>
  )
}
