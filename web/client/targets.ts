import { queryOptions } from '@tanstack/react-query'
import { strings } from '../strings.ts'
import { client, reach, toFailure } from './reach.ts'

/** Something in the ledger that the palette leads to. */
export interface Target {
  readonly kind: string
  readonly name: string
  readonly to: string
  readonly search: Readonly<Record<string, string>>
}

/** Of each kind; who wants more goes to its list. */
const limit = '5'

/** The stories, claims, articles and actors that words lead to; nothing for no words. */
export const targetsQuery = (words: string) =>
  queryOptions({
    queryKey: ['targets', words],
    enabled: words !== '',
    queryFn: async ({ signal }): Promise<Target[]> => {
      const init = { init: { signal } }
      const [stories, claims, articles, actors] = await Promise.all([
        reach(client.api.stories.$get({ query: { words, limit } }, init)),
        reach(client.api.claims.$get({ query: { words, limit } }, init)),
        reach(client.api.articles.$get({ query: { words, limit } }, init)),
        reach(client.api.facets.$get({ query: { kind: 'actor', prefix: words, limit } }, init)),
      ])
      if (!stories.ok) throw await toFailure(stories)
      if (!claims.ok) throw await toFailure(claims)
      if (!articles.ok) throw await toFailure(articles)
      if (!actors.ok) throw await toFailure(actors)
      const toTarget = (kind: string, name: string | null, to: string, search = {}): Target => ({
        kind,
        name: name ?? strings.articleList.untitled,
        to,
        search,
      })
      return [
        ...(await stories.json()).stories.map((story) =>
          toTarget(strings.palette.story, story.title, `/stories/${story.id}`),
        ),
        ...(await actors.json()).facets.map(({ name }) =>
          toTarget(strings.palette.actor, name, '/claims', { words: name }),
        ),
        ...(await claims.json()).claims.map((claim) =>
          toTarget(strings.palette.claim, claim.proposition, `/claims/${claim.id}`),
        ),
        ...(await articles.json()).articles.map((article) =>
          toTarget(strings.palette.article, article.title, `/articles/${article.id}`),
        ),
      ]
    },
  })
