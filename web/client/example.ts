import { client, reach, toFailure } from './reach.ts'

/** Has the example read, and waits for it. */
export async function readExample(): Promise<void> {
  const answer = await reach(client.api.example.$post())
  if (!answer.ok) throw await toFailure(answer)
}
