import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

/**
 * The articles that hold the words, page by page; all of them when `words` is empty. Of one feed by its id, of one outlet
 * by its key.
 */
export const articlesQuery = (words: string, of: { readonly feed?: string; readonly outlet?: string } = {}) =>
  infiniteQueryOptions({
    queryKey: ['articles', words, of],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...of, limit: '100', ...(words && { words }), ...(pageParam && { cursor: pageParam }) }
      const answer = await reach(client.api.articles.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** One article with its reading and its document. */
export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: ['article', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.articles[':id'].$get({ param: { id } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** What an article copies and what copies it. */
export const copiesQuery = (id: string) =>
  queryOptions({
    queryKey: ['copies', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(
        client.api.articles[':id'].copies.$get({ param: { id } }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** The page of an article with its versions; null when it has none. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['versions', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(
        client.api.articles[':id'].versions.$get({ param: { id } }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return (await answer.json()).page
    },
  })

/** How a version of an article’s page differs from the one before it. */
export const versionChangeQuery = (id: string, n: number) =>
  queryOptions({
    queryKey: ['version change', id, n],
    queryFn: async ({ signal }) => {
      const param = { id, n: String(n) }
      const answer = await reach(
        client.api.articles[':id'].versions[':n'].change.$get({ param }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** An article with its reading and its document, as the server answers it. */
export type ArticleView = Awaited<ReturnType<NonNullable<ReturnType<typeof articleQuery>['queryFn']>>>

/** The copies in which an article takes part, as the server answers them. */
export type CopiesView = Awaited<ReturnType<NonNullable<ReturnType<typeof copiesQuery>['queryFn']>>>

/** A change of a page, as the server answers it. */
export type ChangeView = Awaited<ReturnType<NonNullable<ReturnType<typeof versionChangeQuery>['queryFn']>>>
