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
  return await answerOf(server, await reach(server, address, request), accepted)
}

/** The same for a change that is told in JSON. */
export const tellServer = (
  server: ServerPlace,
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  body: unknown,
  accepted: readonly number[],
): Promise<unknown> =>
  askServer(server, path, {}, accepted, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

/** The same for an answer that is text. */
export async function askServerForText(server: ServerPlace, path: string): Promise<string> {
  const response = await reach(server, new URL(path, server.url), {})
  if (!response.ok) await answerOf(server, response, [])
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
      `The Hearsay at ${address.origin} does not answer. If it holds a ledger of this machine, stop it and try again.`,
      { cause },
    )
  }
}

async function answerOf(
  server: ServerPlace,
  response: Response,
  accepted: readonly number[],
): Promise<unknown> {
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  const body: unknown = isJson ? await response.json().catch(() => null) : null
  if (accepted.includes(response.status)) {
    if (body === null && response.status !== 204)
      throw new HearsayError('usage', `What answers at ${server.url} is no Hearsay.`)
    return body
  }
  if (response.status === 401) throw new HearsayError('invalid-request', askForToken(server))
  const refusal = refusalSchema.safeParse(body)
  const message = refusal.data?.detail ?? `The server answered with status ${response.status}.`
  throw new HearsayError(toCode(response.status), message)
}

const askForToken = ({ url, accessToken }: ServerPlace): string =>
  accessToken === null
    ? `${url} asks who you are: put a token of it in HEARSAY_TOKEN. Its admin makes one with hearsay tokens --add NAME.`
    : `${url} does not take this token: it is unknown, was revoked, or its time is over.`

const toCode = (status: number): HearsayErrorCode =>
  status === 404 ? 'not-found' : status === 409 ? 'ambiguous-id' : 'invalid-request'
