import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { TextChoice } from './articles.ts'
import { client, reach, toFailure } from './reach.ts'

/** The stories that are chosen, words being those of a headline, the newest first, page by page. */
export const storiesQuery = ({ words = '', q = '', limit = 100 }: TextChoice) =>
  infiniteQueryOptions({
    queryKey: ['stories', words, q, limit],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        limit: String(limit),
        ...(words && { words }),
        ...(q && { q }),
        ...(pageParam && { cursor: pageParam }),
      }
      const answer = await reach(client.api.stories.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** The story of an article; null when it has none. */
export const storyOfArticleQuery = (article: string) =>
  queryOptions({
    queryKey: ['story of', article],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.stories.$get({ query: { article } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return (await answer.json()).stories[0] ?? null
    },
  })

/** One story with its articles and claims. */
export const storyQuery = (id: string) =>
  queryOptions({
    queryKey: ['story', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.stories[':id'].$get({ param: { id } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** A story with its articles and claims, as the server answers it. */
export type StoryView = Awaited<ReturnType<NonNullable<ReturnType<typeof storyQuery>['queryFn']>>>
