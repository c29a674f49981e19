import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

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
      const answer = await reach(client.api.claims.whole.$get({ query }, { init: { signal } }))
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
