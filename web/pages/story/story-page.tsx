import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { storyQuery } from '../../client/stories.ts'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'
import { Trouble } from '../../trouble.tsx'
import { useTitle } from '../../use-title.ts'
import { ClaimMatrix } from './claim-matrix.tsx'
import { OutletCards } from './outlet-cards.tsx'
import './story.css'
import { StoryLinks } from './story-links.tsx'

const route = getRouteApi('/stories/$id')

/** One happening: who tells of it side by side, which claims each makes, and why they are one story. */
export function StoryPage() {
  const { id } = route.useParams()
  const query = useQuery(storyQuery(id))
  useTitle(query.data?.story.title ?? strings.stories)
  if (query.isError && !query.data) return <Trouble error={query.error} retry={() => query.refetch()} />
  if (!query.data) return <p className="page muted">{strings.loading}</p>
  const { story, articles } = query.data
  const { story: words } = strings
  const copies = articles.reduce((sum, each) => sum + each.copies.length, 0)
  return (
    <article className="page story">
      <header className="story-head">
        <h1>{story.title ?? strings.articleList.untitled}</h1>
        <p className="story-counts">
          <span>{strings.counted.articles(story.articles.length)}</span>
          <span>{strings.counted.outlets(story.outlets.length)}</span>
          {copies > 0 && <span>{strings.counted.copies(copies)}</span>}
          <span>
            <ToldTime at={story.firstPublishedAt} /> – <ToldTime at={story.lastPublishedAt} />
          </span>
        </p>
        {story.about.length > 0 && (
          <p className="muted">
            {words.about} {story.about.join(', ')}
          </p>
        )}
      </header>
      <section aria-labelledby="outlets">
        <h2 id="outlets">{words.outlets}</h2>
        <p className="muted">{words.outletsNote}</p>
        <OutletCards view={query.data} />
      </section>
      <section aria-labelledby="claims">
        <h2 id="claims">
          {words.claims}{' '}
          <Link to="/claims" search={{ story: story.id }}>
            {words.asList}
          </Link>
        </h2>
        <ClaimMatrix view={query.data} />
      </section>
      <section aria-labelledby="links">
        <h2 id="links">{words.whyOne}</h2>
        <StoryLinks view={query.data} />
      </section>
    </article>
  )
}
