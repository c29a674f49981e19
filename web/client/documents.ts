import { client, reach, toFailure } from './reach.ts'

/** Sends one saved page to the ledger. A page that gives no article is an outcome, not a failure. */
export async function sendDocument(file: File, where: string, date: string | null) {
  const query = { where, ...(date && { date }) }
  const answer = await reach(client.api.documents.$post({ query }, { init: { body: file } }))
  if (answer.status === 201 || answer.status === 200 || answer.status === 422) return answer.json()
  throw await toFailure(answer)
}

/** What became of a sent page. */
export type DocumentOutcome = Awaited<ReturnType<typeof sendDocument>>
