import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Span } from '../../src/records/span.ts'
import { client, reach, toFailure } from './reach.ts'

/** What chooses articles or stories; what is empty or absent chooses nothing. */
export interface TextChoice {
  /** Words that they hold themselves. */
  readonly words?: string
  /** In the language of the search. */
  readonly q?: string
  /** Of a page; 100 when not given. */
  readonly limit?: number
}

/** What chooses articles. */
interface ArticleChoice extends TextChoice {
  /** Only pages that the feed with this id named. */
  readonly feed?: string
  /** Only of the outlet with this key. */
  readonly outlet?: string
}

/** The articles that are chosen, page by page. */
export const articlesQuery = ({ words = '', q = '', limit = 100, ...of }: ArticleChoice) =>
  infiniteQueryOptions({
    queryKey: ['articles', words, q, limit, of],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        ...of,
        limit: String(limit),
        ...(words && { words }),
        ...(q && { q }),
        ...(pageParam && { cursor: pageParam }),
      }
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

const spanQuery = (span: Span | null) =>
  span === null ? {} : { start: String(span.start), end: String(span.end) }

/** How words of an article are cited, in a line; a span of null cites the article. */
export async function fetchCitation(id: string, span: Span | null): Promise<string> {
  const answer = await reach(
    client.api.articles[':id'].citation.$get({
      param: { id },
      query: { ...spanQuery(span), format: 'text' },
    }),
  )
  if (!answer.ok) throw await toFailure(answer)
  return (await answer.text()).trimEnd()
}

/** Where the same is as CSL-JSON. */
export const toCslAddress = (id: string, span: Span | null): string =>
  client.api.articles[':id'].citation.$url({ param: { id }, query: { ...spanQuery(span), format: 'csl' } })
    .href

/** An article with its reading and its document, as the server answers it. */
export type ArticleView = Awaited<ReturnType<NonNullable<ReturnType<typeof articleQuery>['queryFn']>>>

/** The copies in which an article takes part, as the server answers them. */
export type CopiesView = Awaited<ReturnType<NonNullable<ReturnType<typeof copiesQuery>['queryFn']>>>

/** A change of a page, as the server answers it. */
export type ChangeView = Awaited<ReturnType<NonNullable<ReturnType<typeof versionChangeQuery>['queryFn']>>>
