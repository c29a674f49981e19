import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { storiesQuery } from '../../client/stories.ts'
import { NewLine } from '../../live/new-line.tsx'
import { ChosenSearch } from '../../query/chosen-search.tsx'
import { SearchField } from '../../search-field.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { Trouble } from '../../trouble.tsx'
import { useRowKeys } from '../../use-row-keys.ts'
import { useTitle } from '../../use-title.ts'
import './stories.css'
import { MoreButton } from '../../more-button.tsx'

const route = getRouteApi('/stories')

/** The stories of the ledger, those that were last told of first. */
export function StoriesPage() {
  const { words = '', q = '' } = route.useSearch()
  const navigate = useNavigate()
  const query = useInfiniteQuery(storiesQuery({ words, q }))
  const body = useRef<HTMLTableSectionElement>(null)
  useTitle(strings.stories)
  useRowKeys(body, 'a')
  const { storyList } = strings

  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  const stories = query.data?.pages.flatMap((page) => page.stories) ?? []
  return (
    <div className="page">
      <header className="page-head">
        <h1>{strings.stories}</h1>
        <SearchField
          words={words}
          label={storyList.search}
          placeholder={storyList.searchPlaceholder}
          onSearch={(next) =>
            void navigate({
              to: '/stories',
              search: { ...(next && { words: next }), ...(q && { q }) },
              replace: true,
            })
          }
        />
        <ChosenSearch q={q} to="/stories" />
      </header>
      <NewLine list="stories" rows={stories.length} isFiltered={words !== '' || q !== ''} query={query} />
      {query.isPending && <p className="muted">{strings.loading}</p>}
      {query.isSuccess && stories.length === 0 && (
        <p className="muted">
          {q !== '' ? strings.searchPage.none : words === '' ? storyList.empty : storyList.noMatch(words)}{' '}
          {(words !== '' || q !== '') && (
            <Link to="/stories" search={{}}>
              {storyList.all}
            </Link>
          )}
        </p>
      )}
      {stories.length > 0 && (
        <table className="rows story-table">
          <thead>
            <tr>
              <th scope="col">{storyList.last}</th>
              <th scope="col">{storyList.first}</th>
              <th scope="col">{storyList.title}</th>
              <th scope="col">{storyList.about}</th>
              <th scope="col" className="number">
                {storyList.articles}
              </th>
              <th scope="col" className="number">
                {storyList.outlets}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {stories.map((story) => (
              <tr key={story.id}>
                <td className="date">
                  <ToldTime at={story.lastPublishedAt} isDay />
                </td>
                <td className="date first">
                  <ToldTime at={story.firstPublishedAt} isDay />
                </td>
                <th scope="row" className="title">
                  <Link to="/stories/$id" params={{ id: story.id }}>
                    {story.title ?? strings.articleList.untitled}
                  </Link>
                </th>
                <td className="about">{story.about.slice(0, 6).join(', ')}</td>
                <td className="number" data-words={strings.counted.articles(story.articles.length)}>
                  <span>{story.articles.length}</span>
                </td>
                <td className="number" data-words={strings.counted.outlets(story.outlets.length)}>
                  <span>{story.outlets.length}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreButton query={query} />
    </div>
  )
}
