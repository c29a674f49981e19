import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

/** What chooses outlets and their order, as the address and the API have it. */
export type OutletFilters = Omit<Parameters<typeof client.api.outlets.$get>[0]['query'], 'limit' | 'cursor'>

/** The outlets that the filters choose, page by page. */
export const outletsQuery = (filters: OutletFilters) =>
  infiniteQueryOptions({
    queryKey: ['outlets', filters],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, limit: '100', ...(pageParam && { cursor: pageParam }) }
      const answer = await reach(client.api.outlets.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** All that is counted of one outlet. */
export const outletQuery = (key: string) =>
  queryOptions({
    queryKey: ['outlet', key],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.outlets[':key'].$get({ param: { key } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** The ten latest articles of an outlet. */
export const latestOfOutletQuery = (outlet: string) =>
  queryOptions({
    queryKey: ['articles', 'of outlet', outlet],
    queryFn: async ({ signal }) => {
      const query = { outlet, limit: '10' }
      const answer = await reach(client.api.articles.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return (await answer.json()).articles
    },
  })
