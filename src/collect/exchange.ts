import { request } from 'undici'
import { describePrivateAddress, literalAddress } from './check-address.ts'
import { acceptedEncodings, decompress } from './decompress.ts'
import { documentTooLarge } from './document-too-large.ts'
import { FetchFailure, refusePrivate } from './explain-failure.ts'
import type { Client } from './open-client.ts'
import { readLimited } from './read-limited.ts'
import { readPrefix } from './read-prefix.ts'

/** What a host answered to one request. */
export interface Answer {
  readonly status: number
  /** Names in lower case; without cookies, which are never kept. */
  readonly headers: Readonly<Record<string, string>>
  /** Unpacked; empty for every status but 2xx, whose bodies nobody reads. */
  readonly bytes: Uint8Array
}

export interface ExchangeOptions {
  readonly client: Client
  readonly headers: Readonly<Record<string, string>>
  readonly allowPrivate: boolean
  /** Ends it, in whatever step it is. */
  readonly signal: AbortSignal
  readonly maxSizeBytes: number
  /** Whether a body beyond the limit is cut there; else it is refused. */
  readonly isCut: boolean
  /** Looks at the headers before the body is read; throws to refuse it. */
  readonly check: (headers: Readonly<Record<string, string>>) => void
}

/**
 * One request and its answer; redirects are answers like others.
 *
 * The address is checked before it is connected to, whatever its notation, and every address that its name leads to
 * (`openClient`).
 *
 * @throws {FetchFailure} for what is refused, and whatever the network throws.
 */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Answer> {
  refuseAddress(url, options.allowPrivate)
  const { statusCode: status, headers: raw, body } = await send(url, options)
  // Abandoning a body in the middle is an error to the stream, which nobody else is there to hear.
  body.on('error', () => undefined)
  const headers = toPlainHeaders(raw)
  if (status < 200 || status > 299) {
    // A short rest is read, so that the connection can be used again.
    if (Number(headers['content-length'] ?? Number.NaN) <= shortRestBytes) {
      await body.dump({ limit: shortRestBytes, signal: options.signal }).catch(() => undefined)
    } else body.destroy()
    return { status, headers, bytes: new Uint8Array() }
  }
  try {
    options.check(headers)
    return { status, headers, bytes: await readBody(body, headers, options, url) }
  } finally {
    body.destroy()
  }
}

const shortRestBytes = 16_384

type Sent = Awaited<ReturnType<typeof request>>

async function send(url: URL, { client, headers, signal, isCut }: ExchangeOptions): Promise<Sent> {
  const { dispatcher, userAgent } = client
  // What is cut cannot be unpacked.
  const encodings = isCut ? 'identity' : acceptedEncodings
  const options = {
    dispatcher,
    signal,
    headers: { 'user-agent': userAgent, 'accept-encoding': encodings, ...headers },
  }
  try {
    return await request(url, options)
  } catch (error) {
    // A host may close a connection that is kept alive in the very moment it is used again: asking once more is no
    // second request to it.
    if (signal.aborted || !isBrokenOff(error)) throw error
    return await request(url, options)
  }
}

const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(?:UND_ERR_SOCKET|ECONNRESET|EPIPE)$/.test(String(error.code))

async function readBody(
  body: Sent['body'],
  headers: Answer['headers'],
  { isCut, maxSizeBytes }: ExchangeOptions,
  url: URL,
): Promise<Uint8Array> {
  const announced = Number(headers['content-length'])
  if (!isCut && announced > maxSizeBytes) throw tooLarge(announced, maxSizeBytes)
  const packed = isCut ? await readPrefix(body, maxSizeBytes) : await readLimited(body, maxSizeBytes)
  if (packed === null) throw tooLarge(null, maxSizeBytes)
  const unpacked = await decompress(packed, headers['content-encoding'] ?? '', maxSizeBytes)
  if ('bytes' in unpacked) return unpacked.bytes
  if (unpacked.failure === 'too-large') throw tooLarge(null, maxSizeBytes)
  throw new FetchFailure({
    code: 'fetch-failed',
    message:
      unpacked.failure === 'broken'
        ? `The answer of ${url.host} is broken: it does not unpack as it says it would.`
        : `${url.host} packed its answer in a way that was not asked for.`,
    advice: 'Try again later, or save the page from your browser and give the file.',
  })
}

const tooLarge = (sizeBytes: number | null, maxSizeBytes: number) =>
  new FetchFailure(documentTooLarge(sizeBytes, maxSizeBytes), { isLasting: true })

/**
 * Refuses an address that must not be connected to.
 *
 * @throws {FetchFailure}
 */
export function refuseAddress(url: URL, allowPrivate: boolean): void {
  if (!/^https?:$/.test(url.protocol)) {
    throw new FetchFailure(
      {
        code: 'fetch-refused',
        message: `Addresses of the kind “${url.protocol}” are not fetched; only http and https are.`,
        advice: 'Save the page and give the file.',
      },
      { isLasting: true },
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchFailure(
      {
        code: 'fetch-refused',
        message: 'The address carries a user name or a password, which would be kept with the page.',
        advice: 'Save the page from your browser and give the file.',
      },
      { isLasting: true },
    )
  }
  // The lookup hook is never asked about an address that needs no looking up.
  const literal = literalAddress(url)
  if (literal !== null && !allowPrivate && describePrivateAddress(literal) !== null) {
    throw new FetchFailure(refusePrivate(literal, literal), { isLasting: true })
  }
}

function toPlainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || privateHeaders.has(name.toLowerCase())) continue
    plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return plain
}

/** Of no use to a reader, and nobody else's business. */
const privateHeaders = new Set(['set-cookie', 'set-cookie2'])
