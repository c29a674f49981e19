import type { Problem } from '../records/problem.ts'
import { describePrivateAddress } from './check-address.ts'

/** Ends an exchange with the problem that it ran into; never leaves this room. */
export class FetchFailure extends Error {
  readonly problem: Problem
  /** As in `FetchOutcome`. */
  readonly status: number | null
  readonly retryAfterSeconds: number | null
  readonly isLasting: boolean
  /** Whether no answer came. */
  readonly isSilence: boolean

  constructor(
    problem: Problem,
    more: {
      status?: number
      retryAfterSeconds?: number | null
      isLasting?: boolean
      isSilence?: boolean
    } = {},
  ) {
    super(problem.message)
    this.name = 'FetchFailure'
    this.problem = problem
    this.status = more.status ?? null
    this.retryAfterSeconds = more.retryAfterSeconds ?? null
    this.isLasting = more.isLasting ?? false
    this.isSilence = more.isSilence ?? false
  }
}

/** What stays as it is for a while: no login, no leave, nothing there. */
export const lastingStatuses: ReadonlySet<number> = new Set([401, 402, 403, 404, 410, 451])

/** Says that the caller put an end to it. */
export const stopped = (): FetchFailure =>
  new FetchFailure({ code: 'fetch-failed', message: 'Fetching was stopped.', advice: 'Start it again.' })

/** Refuses an address that leads to this machine or a private network. */
export function refusePrivate(host: string, address: string): Problem {
  const what = describePrivateAddress(address) ?? 'a private address'
  return {
    code: 'fetch-refused',
    message: `${host === address ? address : `${host} leads to ${address}, which`} is ${what}; only public addresses are fetched.`,
    advice: 'If it is your own network and you trust the address, allow it with --allow-private.',
  }
}

/** Says what a server's status means and what to try. */
export function explainStatus(status: number, url: URL): Problem {
  const advice =
    adviceByStatus[status] ??
    (status >= 500
      ? 'The fault is on the server’s side: try again later.'
      : 'Check the address, or save the page from your browser and give the file.')
  return {
    code: 'fetch-failed',
    message: `${url.host} answered with HTTP status ${status}${names[status] ?? ''}.`,
    advice,
  }
}

const names: Readonly<Record<number, string>> = {
  400: ' (bad request)',
  401: ' (login required)',
  402: ' (payment required)',
  403: ' (forbidden)',
  404: ' (not found)',
  410: ' (gone)',
  429: ' (too many requests)',
  451: ' (withheld for legal reasons)',
  500: ' (server error)',
  502: ' (bad gateway)',
  503: ' (unavailable)',
  504: ' (gateway timeout)',
}

const saveIt = 'Open it in your browser, save the page and give the file.'

const adviceByStatus: Readonly<Record<number, string>> = {
  401: saveIt,
  402: saveIt,
  403: `The server turns programs away, or you are not let in. ${saveIt}`,
  404: 'Check the address; an archive such as web.archive.org may hold the page.',
  410: 'An archive such as web.archive.org may hold the page.',
  429: 'Wait a while and try again, with fewer addresses at a time.',
  451: `It is withheld where you are. ${saveIt}`,
}

/** Says why an exchange broke off: the name, the connection, the certificate, the answer. */
export function explainFailure(error: unknown, url: URL): Problem {
  const cause = rootOf(error)
  const code = 'code' in cause ? String(cause.code) : ''
  const known = explanations[code] ?? (cause.name === 'HTTPParserError' ? noHttp : undefined)
  const [message, advice] = known ?? [
    `The exchange with ${url.host} failed: ${cause.message || code || cause.name}.`,
    `Try again later, or: ${saveIt}`,
  ]
  return { code: 'fetch-failed', message: message.replace('HOST', url.host), advice }
}

// Connecting to several addresses of one host fails with a list of failures.
function rootOf(error: unknown): Error {
  const [first] = error instanceof AggregateError ? error.errors : []
  if (first instanceof Error) return first
  if (error instanceof Error)
    return error.cause instanceof Error && error.message === 'fetch failed' ? error.cause : error
  return new Error(String(error))
}

const later = 'Try again later.'
const certificate =
  'Check the address in your browser. If you accept the page there, save it and give the file.'

const explanations: Readonly<Record<string, readonly [message: string, advice: string]>> = {
  ENOTFOUND: ['The name HOST is not known (DNS).', 'Check the spelling and your connection.'],
  EAI_AGAIN: ['The name HOST could not be looked up (DNS gives no answer).', 'Check your connection.'],
  ECONNREFUSED: ['HOST refuses connections.', 'Check the address and the port; the server may be down.'],
  ECONNRESET: ['HOST broke the connection off.', later],
  EPIPE: ['HOST broke the connection off.', later],
  UND_ERR_SOCKET: ['HOST broke the connection off.', later],
  EHOSTUNREACH: ['HOST cannot be reached.', 'Check your connection.'],
  ENETUNREACH: ['HOST cannot be reached from this network.', 'Check your connection.'],
  ETIMEDOUT: ['HOST did not answer.', later],
  UND_ERR_CONNECT_TIMEOUT: ['HOST did not answer.', later],
  UND_ERR_HEADERS_TIMEOUT: ['HOST did not answer.', later],
  UND_ERR_BODY_TIMEOUT: ['HOST stopped sending in the middle of its answer.', later],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['HOST sent less than it announced.', later],
  UND_ERR_HEADERS_OVERFLOW: ['HOST sent headers beyond any measure.', saveIt],
  CERT_HAS_EXPIRED: ['The certificate of HOST has expired.', certificate],
  ERR_TLS_CERT_ALTNAME_INVALID: ['The certificate of HOST is for another name.', certificate],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['The certificate of HOST is signed by nobody known.', certificate],
  SELF_SIGNED_CERT_IN_CHAIN: ['The certificate of HOST is signed by nobody known.', certificate],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['The certificate of HOST cannot be verified.', certificate],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['The certificate of HOST cannot be verified.', certificate],
}

const noHttp = ['HOST does not speak HTTP.', 'Check the address and the port.'] as const
