import { queryOptions } from '@tanstack/react-query'
import { client, reach, toFailure } from './reach.ts'

/** Who is at the desk, and what they may do; asked once, since signing in and out load the desk anew. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => {
    const answer = await reach(client.api.me.$get({}, { init: { signal } }))
    if (!answer.ok) throw await toFailure(answer)
    return answer.json()
  },
})

/** Signs this browser in. @throws {RequestFailure} that says why not. */
export async function signIn(given: { readonly name: string; readonly password: string }): Promise<void> {
  const answer = await reach(client.api['sign-in'].$post({ json: given }))
  if (!answer.ok) throw await toFailure(answer)
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const answer = await reach(client.api['sign-out'].$post())
  if (!answer.ok) throw await toFailure(answer)
}
