import { infiniteQueryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

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
