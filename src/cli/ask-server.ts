import { z } from 'zod'
import type { ServerPlace } from '../ledger/find-running-server.ts'
import { HearsayError, type HearsayErrorCode } from '../records/error.ts'

/** Parameters of a question; those that are null are left out. */
export type ServerQuery = Readonly<Record<string, string | number | boolean | null>>

const refusalSchema = z.object({ code: z.string().optional(), detail: z.string().optional() })

/**
 * Asks a running Hearsay, and gives the JSON of its answer; null where it has none.
 *
 * @throws {HearsayError} when it does not answer, or with another status than those accepted.
 */
export async function askServer(
  server: ServerPlace,
  path: string,
  query: ServerQuery,
  accepted: readonly number[],
  request: RequestInit = {},
): Promise<unknown> {
  const address = new URL(path, server.url)
  for (const [name, value] of Object.entries(query))
    if (value !== null) address.searchParams.set(name, String(value))
  return await answerOf(await reach(server, address, request), accepted)
}

/** The same for an answer that is text. */
export async function askServerForText(server: ServerPlace, path: string): Promise<string> {
  const response = await reach(server, new URL(path, server.url), {})
  if (!response.ok) await answerOf(response, [])
  return response.text()
}

async function reach(server: ServerPlace, address: URL, request: RequestInit): Promise<Response> {
  const headers = new Headers(request.headers)
  if (server.accessToken !== null) headers.set('authorization', `Bearer ${server.accessToken}`)
  try {
    return await fetch(address, { ...request, headers })
  } catch (cause) {
    throw new HearsayError(
      'ledger-unusable',
      `The Hearsay that holds this ledger at ${address.origin} does not answer. Stop it and try again.`,
      { cause },
    )
  }
}

async function answerOf(response: Response, accepted: readonly number[]): Promise<unknown> {
  const body: unknown = await response.json().catch(() => null)
  if (accepted.includes(response.status)) return body
  const refusal = refusalSchema.safeParse(body)
  const message = refusal.data?.detail ?? `The server answered with status ${response.status}.`
  throw new HearsayError(toCode(response.status), message)
}

const toCode = (status: number): HearsayErrorCode =>
  status === 404 ? 'not-found' : status === 409 ? 'ambiguous-id' : 'invalid-request'
