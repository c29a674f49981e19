import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { nameSource } from '../../claim-source.tsx'
import { articlesQuery } from '../../client/articles.ts'
import { claimGroupsQuery, claimsQuery } from '../../client/claims.ts'
import { storiesQuery } from '../../client/stories.ts'
import { AgainstMarks } from '../../dispute-mark.tsx'
import { OriginCount } from '../../origin-count.tsx'
import { PublicationTime } from '../../publication-time.tsx'
import { strings } from '../../strings.ts'
import { ToldTime } from '../../told-time.tsx'

const { searchPage } = strings

/** How many of each kind are shown; the rest is at the address of the whole list. */
const shown = 6

interface Found {
  readonly q: string
  /** Null while it is being counted. */
  readonly total: number | null
}

/** The first claims that are found. */
export function FoundClaims({ q, total }: Found) {
  const { data, error } = useInfiniteQuery(claimsQuery({ q }, 'origins', shown))
  return (
    <FoundSection
      name={strings.claims}
      total={total}
      error={error}
      all={
        <Link to="/claims" search={{ q }}>
          {searchPage.all(strings.claims)}
        </Link>
      }
    >
      {data?.pages[0]?.claims.map((claim) => (
        <tr key={claim.id}>
          <td className="origins">
            <OriginCount counts={claim} />
          </td>
          <th scope="row">
            <Link to="/claims/$id" params={{ id: claim.id }}>
              {claim.proposition}
            </Link>
          </th>
          <td>{nameSource(claim)}</td>
          <td>
            <AgainstMarks kinds={claim.isDenied ? ['denial', ...claim.against] : claim.against} />
          </td>
          <td className="date">
            <ToldTime at={claim.firstPublishedAt} isDay />
          </td>
        </tr>
      ))}
    </FoundSection>
  )
}

/** The first stories that are found. */
export function FoundStories({ q, total }: Found) {
  const { data, error } = useInfiniteQuery(storiesQuery({ q, limit: shown }))
  return (
    <FoundSection
      name={strings.stories}
      total={total}
      error={error}
      all={
        <Link to="/stories" search={{ q }}>
          {searchPage.all(strings.stories)}
        </Link>
      }
    >
      {data?.pages[0]?.stories.map((story) => (
        <tr key={story.id}>
          <th scope="row">
            <Link to="/stories/$id" params={{ id: story.id }}>
              {story.title ?? strings.articleList.untitled}
            </Link>
          </th>
          <td>{strings.counted.articles(story.articles.length)}</td>
          <td>{strings.counted.outlets(story.outlets.length)}</td>
          <td className="date">
            <ToldTime at={story.lastPublishedAt} isDay />
          </td>
        </tr>
      ))}
    </FoundSection>
  )
}

/** The first articles that are found. */
export function FoundArticles({ q, total }: Found) {
  const { data, error } = useInfiniteQuery(articlesQuery({ q, limit: shown }))
  return (
    <FoundSection
      name={strings.articles}
      total={total}
      error={error}
      all={
        <Link to="/articles" search={{ q }}>
          {searchPage.all(strings.articles)}
        </Link>
      }
    >
      {data?.pages[0]?.articles.map((article) => (
        <tr key={article.id}>
          <th scope="row">
            <Link to="/articles/$id" params={{ id: article.id }} search={{}}>
              {article.title ?? strings.articleList.untitled}
            </Link>
          </th>
          <td>{article.outlet ?? <span className="muted">{strings.articleList.noOutlet}</span>}</td>
          <td className="date">
            <PublicationTime date={article.publishedAt} detail="short" />
          </td>
        </tr>
      ))}
    </FoundSection>
  )
}

/** Who does something, or has it done to them, in the claims that are found: those of most claims first. */
export function FoundActors({ q }: { readonly q: string }) {
  const { data, error } = useQuery(claimGroupsQuery({ q }, 'actor', shown))
  const actors = data?.groups.filter(({ key }) => key !== '')
  return (
    <FoundSection
      name={strings.actors}
      total={data?.total ?? null}
      error={error}
      all={
        <Link to="/claims" search={{ q, group: 'actor' }}>
          {searchPage.claimsByActor}
        </Link>
      }
    >
      {actors?.map(({ key, name, claims, disputed }) => (
        <tr key={key}>
          <th scope="row">
            <a href={`/actors/${encodeURIComponent(key)}`}>{name}</a>
          </th>
          <td>{strings.counted.claims(claims)}</td>
          <td>{disputed > 0 && <span className="dispute">{strings.claimGroups.disputed(disputed)}</span>}</td>
        </tr>
      ))}
    </FoundSection>
  )
}

function FoundSection({
  name,
  total,
  error,
  all,
  children,
}: {
  readonly name: string
  readonly total: number | null
  readonly error: Error | null
  readonly all: ReactNode
  /** Rows. */
  readonly children: ReactNode
}) {
  return (
    <section className="found">
      <h2>
        {name} {total !== null && <span className="found-count">{total.toLocaleString()}</span>}
        {total !== 0 && all}
      </h2>
      {error !== null && (
        <p className="failed" role="alert">
          {error.message}
        </p>
      )}
      {total === 0 ? (
        <p className="muted">{searchPage.none}</p>
      ) : (
        <table className="rows" aria-label={name}>
          <tbody>{children}</tbody>
        </table>
      )}
    </section>
  )
}
