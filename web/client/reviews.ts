import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReviewKind } from '../../src/records/review.ts'
import type { ReviewRequest } from '../../src/records/review-request.ts'
import { askAgain } from '../live/ask-again.ts'
import { sendOwnActs } from '../live/own-acts.ts'
import { client, reach, toFailure } from './reach.ts'

/** A judgement as the desk gives it. */
export type Judged<Request = ReviewRequest> = Request extends ReviewRequest ? Omit<Request, 'reason'> : never

/** What was said of an article’s words, and where that stands in its reading. */
export const articleReviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['article review', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(
        client.api.articles[':id'].review.$get({ param: { id } }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** What was said of a claim. */
export const claimReviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['claim review', id],
    queryFn: async ({ signal }) => {
      const answer = await reach(
        client.api.claims[':id'].review.$get({ param: { id } }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** What chooses acts of the log; what is null chooses nothing. */
export interface ReviewFilters {
  readonly article: string | null
  readonly claim: string | null
  readonly by: string | null
  readonly kind: ReviewKind | null
}

/** The log, page by page, the newest act first. */
export const reviewsQuery = (filters: ReviewFilters) =>
  infiniteQueryOptions({
    queryKey: ['reviews', filters],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const { article, claim, by, kind } = filters
      const query = {
        limit: '100',
        ...(article && { article }),
        ...(claim && { claim }),
        ...(by && { by }),
        ...(kind && { kind }),
        ...(pageParam && { cursor: pageParam }),
      }
      const answer = await reach(client.api.reviews.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** Statements that are most worth a look, page by page, those of which the reader is least sure first. */
export const unsureQuery = infiniteQueryOptions({
  queryKey: ['unsure statements'],
  initialPageParam: null as string | null,
  queryFn: async ({ pageParam, signal }) => {
    const query = { limit: '25', ...(pageParam && { cursor: pageParam }) }
    const answer = await reach(client.api.reviews.queue.$get({ query }, { init: { signal } }))
    if (!answer.ok) throw await toFailure(answer)
    return answer.json()
  },
  getNextPageParam: ({ nextCursor }) => nextCursor,
})

async function sendReview(request: Judged) {
  const answer = await reach(
    client.api.reviews.$post({ json: { reason: null, ...request } as ReviewRequest }),
  )
  if (!answer.ok) throw await toFailure(answer)
  return (await answer.json()).acts
}

/** Gives judgements; whatever is shown may follow from one, and is asked for again. */
export function useGiveReview() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (request: Judged) => sendOwnActs(() => sendReview(request)),
    onSettled: () => askAgain(queryClient),
  })
}
