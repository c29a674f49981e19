import { queryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

/** How many claims, articles and stories a search finds, and what of it was not understood. */
export const searchCountsQuery = (q: string) =>
  queryOptions({
    queryKey: ['search counts', q],
    queryFn: async ({ signal }) => {
      const answer = await reach(client.api.search.$get({ query: { q } }, { init: { signal } }))
      if (!answer.ok) throw await toFailure(answer)
      return answer.json()
    },
  })

/** The searches that are kept under a name. */
export const savedSearchesQuery = queryOptions({
  queryKey: ['saved searches'],
  queryFn: async ({ signal }) => {
    const answer = await reach(client.api.searches.$get({}, { init: { signal } }))
    if (!answer.ok) throw await toFailure(answer)
    return (await answer.json()).searches
  },
})

/** Keeps a search under a name; one that is kept already takes the new name. */
export async function saveSearch(name: string, q: string): Promise<void> {
  const answer = await reach(client.api.searches.$post({ json: { name, q } }))
  if (!answer.ok) throw await toFailure(answer)
}

/** Keeps a search no longer. */
export async function removeSearch(id: string): Promise<void> {
  const answer = await reach(client.api.searches[':id'].$delete({ param: { id } }))
  if (!answer.ok) throw await toFailure(answer)
}
