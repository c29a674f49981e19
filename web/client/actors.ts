import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

type ActorRoute = (typeof client.api.actors)[':key']
type Paging = 'limit' | 'cursor'

/** What chooses actors and their order, as the address and the API have it. */
export type ActorFilters = Omit<Parameters<typeof client.api.actors.$get>[0]['query'], Paging>
/** What chooses statements of an actor. */
export type StatementFilters = Omit<Parameters<ActorRoute['statements']['$get']>[0]['query'], Paging>
/** What chooses events of an actor. */
export type ActorEventFilters = Omit<Parameters<ActorRoute['events']['$get']>[0]['query'], Paging>

const firstPage = null as string | null
const nextOf = ({ nextCursor }: { readonly nextCursor: string | null }) => nextCursor

/** The names that the filters choose, page by page. */
export const actorsQuery = (filters: ActorFilters) =>
  infiniteQueryOptions({
    queryKey: ['actors', filters],
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, limit: '100', ...(pageParam && { cursor: pageParam }) }
      const answer = await reach(client.api.actors.$get({ query }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: nextOf,
  })

/** All that is counted of one name. */
export const actorQuery = (key: string) =>
  queryOptions({
    queryKey: ['actor', key],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.actors[':key'].$get({ param: { key } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** The statements in which somebody has a part, page by page. */
export const actorStatementsQuery = (key: string, filters: StatementFilters) =>
  infiniteQueryOptions({
    queryKey: ['actor statements', key, filters],
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, limit: '50', ...(pageParam && { cursor: pageParam }) }
      const answer = await reach(
        client.api.actors[':key'].statements.$get({ param: { key }, query }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: nextOf,
  })

/** The events in which somebody has a part, page by page. */
export const actorEventsQuery = (key: string, filters: ActorEventFilters) =>
  infiniteQueryOptions({
    queryKey: ['actor events', key, filters],
    initialPageParam: firstPage,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filters, limit: '50', ...(pageParam && { cursor: pageParam }) }
      const answer = await reach(
        client.api.actors[':key'].events.$get({ param: { key }, query }, { init: { signal } }),
      )
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
    getNextPageParam: nextOf,
  })
