import { queryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

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

/** Has a round run: of one feed, or of all whose time has come. */
export async function startCollecting(feeds: readonly string[] | null): Promise<void> {
  const answer = await reach(
    client.api.collecting.$post({ json: feeds === null ? {} : { feeds: [...feeds] } }),
  )
  if (!answer.ok) throw await toFailure(answer)
}
