import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { hc } from 'hono/client'
import type { App } from '../src/http/create-app.ts'
import type { ProblemDetails } from '../src/http/problem-details.ts'
import { strings } from './strings.ts'

const client = hc<App>(window.location.origin)

/** A request that the server refused or that never reached it; the message can be shown as it is. */
export class RequestFailure extends Error {
  /** HTTP status; null when no server answered. */
  readonly status: number | null

  constructor(message: string, status: number | null) {
    super(message)
    this.name = 'RequestFailure'
    this.status = status
  }
}

async function reach<
  Answer extends { readonly ok: boolean; readonly status: number; json(): Promise<unknown> },
>(request: Promise<Answer>): Promise<Answer> {
  let answer: Answer
  try {
    answer = await request
  } catch {
    throw new RequestFailure(strings.trouble.unreachable, null)
  }
  return answer
}

async function toFailure(answer: {
  readonly status: number
  json(): Promise<unknown>
}): Promise<RequestFailure> {
  const problem = (await answer.json().catch(() => null)) as ProblemDetails | null
  return new RequestFailure(problem?.detail ?? `HTTP ${answer.status}`, answer.status)
}

/** The articles that hold the words, page by page; all of them when `words` is empty. */
export const articlesQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: ['articles', words],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: '100', ...(words && { words }), ...(pageParam && { cursor: pageParam }) }
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

/** What chooses claims; what is null or empty chooses nothing. */
export interface ClaimFilters {
  readonly words: string
  readonly article: string | null
  readonly story: string | null
  readonly minOrigins: string | null
  readonly isDisputed: boolean
}

/** The claims that the filters choose, page by page. */
export const claimsQuery = (filters: ClaimFilters) =>
  infiniteQueryOptions({
    queryKey: ['claims', filters],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const { words, article, story, minOrigins, isDisputed } = filters
      const query = {
        limit: '100',
        ...(words && { words }),
        ...(article && { article }),
        ...(story && { story }),
        ...(minOrigins && { minOrigins }),
        ...(isDisputed && { disputed: 'true' as const }),
        ...(pageParam && { cursor: pageParam }),
      }
      const answer = await reach(client.api.claims.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** One claim with all that stands behind it. */
export const claimQuery = (id: string) =>
  queryOptions({
    queryKey: ['claim', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.claims[':id'].$get({ param: { id } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** The stories with these words in a headline, the newest first, page by page. */
export const storiesQuery = (words: string) =>
  infiniteQueryOptions({
    queryKey: ['stories', words],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: '100', ...(words && { words }), ...(pageParam && { cursor: pageParam }) }
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

/** What chooses changes of pages; what is null chooses nothing. */
export interface ChangeFilters {
  readonly article: string | null
  readonly outlet: string | null
  readonly isSilent: boolean
  readonly withTrivial: boolean
}

/** The changes of pages that the filters choose, the last first, page by page. */
export const changesQuery = (filters: ChangeFilters) =>
  infiniteQueryOptions({
    queryKey: ['changes', filters],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const { article, outlet, isSilent, withTrivial } = filters
      const query = {
        limit: '25',
        ...(article && { article }),
        ...(outlet && { outlet }),
        ...(isSilent && { silent: 'true' as const }),
        ...(withTrivial && { trivial: 'true' as const }),
        ...(pageParam && { cursor: pageParam }),
      }
      const answer = await reach(client.api.changes.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
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

/** What is followed, page by page. */
export const feedsQuery = infiniteQueryOptions({
  queryKey: ['feeds'],
  initialPageParam: null as string | null,
  queryFn: async ({ pageParam, signal }) => {
    const query = { limit: '200', ...(pageParam && { cursor: pageParam }) }
    const answer = await reach(client.api.feeds.$get({ query }, { init: { signal } }))
    if (!answer.ok) throw await toFailure(answer)
    return answer.json()
  },
  getNextPageParam: ({ nextCursor }) => nextCursor,
})

/** How far the round of collecting is; asked every two seconds while one runs. */
export const collectingQuery = queryOptions({
  queryKey: ['collecting'],
  queryFn: async ({ signal }) => {
    const answer = await reach(client.api.collecting.$get({}, { init: { signal } }))
    if (!answer.ok) throw await toFailure(answer)
    return answer.json()
  },
  refetchInterval: ({ state }) => (state.data?.isRunning === true ? 2000 : 30_000),
})

/** Why nothing can be followed at an address; the advice is that of the desk, where there is no `--page`. */
async function toFollowFailure(answer: {
  readonly status: number
  json(): Promise<unknown>
}): Promise<RequestFailure> {
  const details = (await answer.json().catch(() => null)) as ProblemDetails | null
  return new RequestFailure(
    details?.problem?.code === 'not-a-feed'
      ? `${details.problem.message} ${strings.feedList.noFeedAdvice}`
      : (details?.detail ?? `HTTP ${answer.status}`),
    answer.status,
  )
}

/** What an address would give if it were followed. */
export async function testAddress(address: string) {
  const answer = await reach(client.api.feeds.test.$post({ json: { address } }))
  if (answer.ok) return answer.json()
  throw await toFollowFailure(answer)
}

/** Follows what is at an address; `watch` has the page itself watched. */
export async function followAddress(address: string, watch: boolean) {
  const answer = await reach(client.api.feeds.$post({ json: { address, watch } }))
  if (answer.ok) return answer.json()
  throw await toFollowFailure(answer)
}

/** Follows every feed of a list of subscriptions. */
export async function followList(file: File) {
  const answer = await reach(client.api.feeds.opml.$post({}, { init: { body: file } }))
  if (answer.ok) return answer.json()
  throw await toFailure(answer)
}

/** Pauses a feed, or has it asked again. */
export async function setFeedState(id: string, state: 'active' | 'paused'): Promise<void> {
  const answer = await reach(client.api.feeds[':id'].$patch({ param: { id }, json: { state } }))
  if (!answer.ok) throw await toFailure(answer)
}

/** Follows a feed no longer. */
export async function removeFeed(id: string): Promise<void> {
  const answer = await reach(client.api.feeds[':id'].$delete({ param: { id } }))
  if (!answer.ok) throw await toFailure(answer)
}

/** Has a round run: of one feed, or of all whose time has come. */
export async function startCollecting(feeds: readonly string[] | null): Promise<void> {
  const answer = await reach(
    client.api.collecting.$post({ json: feeds === null ? {} : { feeds: [...feeds] } }),
  )
  if (!answer.ok) throw await toFailure(answer)
}

/** Sends one saved page to the ledger. A page that gives no article is an outcome, not a failure. */
export async function sendDocument(file: File, date: string | null) {
  const query = { where: file.name, ...(date && { date }) }
  const answer = await reach(client.api.documents.$post({ query }, { init: { body: file } }))
  if (answer.status === 201 || answer.status === 200 || answer.status === 422) return answer.json()
  throw await toFailure(answer)
}

/** What became of a sent page. */
export type DocumentOutcome = Awaited<ReturnType<typeof sendDocument>>

/** An article with its reading and its document, as the server answers it. */
export type ArticleView = Awaited<ReturnType<NonNullable<ReturnType<typeof articleQuery>['queryFn']>>>

/** A story with its articles and claims, as the server answers it. */
export type StoryView = Awaited<ReturnType<NonNullable<ReturnType<typeof storyQuery>['queryFn']>>>

/** The copies in which an article takes part, as the server answers them. */
export type CopiesView = Awaited<ReturnType<NonNullable<ReturnType<typeof copiesQuery>['queryFn']>>>

/** A change of a page, as the server answers it. */
export type ChangeView = Awaited<ReturnType<NonNullable<ReturnType<typeof versionChangeQuery>['queryFn']>>>
