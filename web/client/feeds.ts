import { infiniteQueryOptions } from '@tanstack/react-query'
import type { ProblemDetails } from '../../src/http/problem-details.ts'
import { strings } from '../strings.ts'
import { client, RequestFailure, reach, toFailure } from './reach.ts'

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
