import type { QueryClient } from '@tanstack/react-query'

/**
 * Has all that is shown asked again, and the rest when it is shown.
 *
 * What has an answer is asked anew at once, whatever was on its way. What still waits for its first is asked again after
 * that: it may be of before.
 */
export async function askAgain(client: QueryClient): Promise<void> {
  const first = new Set(
    client
      .getQueryCache()
      .findAll({ fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
      .map(({ queryHash }) => queryHash),
  )
  await client.invalidateQueries()
  if (first.size > 0) await client.invalidateQueries({ predicate: ({ queryHash }) => first.has(queryHash) })
}
