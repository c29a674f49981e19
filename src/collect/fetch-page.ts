import { request } from 'undici'
import type { Document } from '../records/document.ts'
import { describePrivateAddress, literalAddress } from './check-address.ts'
import type { CollectSettings } from './collector.ts'
import { acceptedEncodings, decompress } from './decompress.ts'
import { documentTooLarge } from './document-too-large.ts'
import { explainStatus, FetchFailure, refusePrivate } from './explain-failure.ts'
import { type Client, PrivateAddressError } from './open-client.ts'
import { readLimited } from './read-limited.ts'

/** A browser follows 20; a page that needs more than 5 is going in circles. */
const mostRedirects = 5

/**
 * Fetches one page. Every hop is checked before it is connected to, and the time limit covers the whole.
 *
 * @throws {FetchFailure} with the problem, and whatever the network throws.
 */
export async function fetchPage(start: URL, settings: CollectSettings, client: Client): Promise<Document> {
  const { allowPrivate, timeoutMs, maxSizeBytes } = settings
  const { dispatcher, userAgent } = client
  const signal = AbortSignal.timeout(timeoutMs)
  let url = start
  try {
    for (let hops = 0; hops <= mostRedirects; hops++) {
      checkUrl(url, allowPrivate)
      const { statusCode, headers, body } = await request(url, {
        dispatcher,
        signal,
        headers: {
          'user-agent': userAgent,
          accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1',
          'accept-encoding': acceptedEncodings,
        },
      })
      // Abandoning a body in the middle is an error to the stream, which nobody else is there to hear.
      body.on('error', () => undefined)
      const plain = toPlainHeaders(headers)
      const { location } = plain
      if (redirects.has(statusCode) && location !== undefined) {
        body.destroy()
        url = resolveRedirect(location, url)
        continue
      }
      if (statusCode >= 400) {
        body.destroy()
        throw new FetchFailure(explainStatus(statusCode, url))
      }
      const { mediaType, charset } = parseContentType(plain['content-type'])
      if (mediaType !== null && !readable.test(mediaType)) {
        body.destroy()
        throw new FetchFailure(notAPage(mediaType))
      }
      const announced = Number(plain['content-length'])
      if (announced > maxSizeBytes) {
        body.destroy()
        throw new FetchFailure(documentTooLarge(announced, maxSizeBytes))
      }
      const packed = await readLimited(body, maxSizeBytes)
      if (packed === null) throw new FetchFailure(documentTooLarge(null, maxSizeBytes))
      const unpacked = await decompress(packed, plain['content-encoding'] ?? '', maxSizeBytes)
      if ('failure' in unpacked) throw new FetchFailure(explainPacking(unpacked.failure, maxSizeBytes, url))
      return {
        where: withoutFragment(url),
        bytes: unpacked.bytes,
        mediaType,
        charset,
        headers: plain,
        collectedAt: settings.now().toISOString(),
      }
    }
    throw new FetchFailure({
      code: 'fetch-failed',
      message: `The address leads on and on: more than ${mostRedirects} redirects, the last to ${url.href.slice(0, 200)}.`,
      advice:
        'Open it in your browser and give the address where it ends, or save the page and give the file.',
    })
  } catch (error) {
    if (error instanceof FetchFailure) throw error
    if (error instanceof PrivateAddressError) throw new FetchFailure(refusePrivate(error.host, error.address))
    if (signal.aborted) {
      throw new FetchFailure({
        code: 'fetch-failed',
        message: `${url.host} gave no complete answer within ${timeoutMs / 1000} s.`,
        advice: 'Try again later, or save the page from your browser and give the file.',
      })
    }
    throw error
  }
}

const redirects = new Set([301, 302, 303, 307, 308])

/** What may hold an article. Types that browsers would download are none. */
const readable = /^(?:text\/.+|application\/(?:xhtml\+xml|xml|json|.+\+xml|.+\+json))$/

function checkUrl(url: URL, allowPrivate: boolean): void {
  if (url.username !== '' || url.password !== '') {
    throw new FetchFailure({
      code: 'fetch-refused',
      message: 'The address carries a user name or a password, which would be kept with the page.',
      advice: 'Save the page from your browser and give the file.',
    })
  }
  // The lookup hook is never asked about an address that needs no looking up.
  const literal = literalAddress(url)
  if (literal !== null && !allowPrivate && describePrivateAddress(literal) !== null) {
    throw new FetchFailure(refusePrivate(literal, literal))
  }
}

function resolveRedirect(location: string, base: URL): URL {
  const next = URL.canParse(location, base.href) ? new URL(location, base.href) : null
  if (next !== null && /^https?:$/.test(next.protocol)) return next
  throw new FetchFailure({
    code: 'fetch-refused',
    message: `${base.host} redirects to “${location.slice(0, 200)}”, which is no http or https address.`,
    advice: 'Save the page from your browser and give the file.',
  })
}

const notAPage = (mediaType: string): FetchFailure['problem'] => ({
  code: 'binary-document',
  message: `The address gives ${mediaType}, not a page; it was not read.`,
  advice: /pdf|word|opendocument/.test(mediaType)
    ? 'Save it, convert it to text (for a PDF: pdftotext FILE) and give that file.'
    : 'Give the address of the page that shows it, or a file with its words.',
})

function explainPacking(
  failure: 'too-large' | 'broken' | 'unknown',
  maxSizeBytes: number,
  url: URL,
): FetchFailure['problem'] {
  if (failure === 'too-large') return documentTooLarge(null, maxSizeBytes)
  return {
    code: 'fetch-failed',
    message:
      failure === 'broken'
        ? `The answer of ${url.host} is broken: it does not unpack as it says it would.`
        : `${url.host} packed its answer in a way that was not asked for.`,
    advice: 'Try again later, or save the page from your browser and give the file.',
  }
}

function parseContentType(header: string | undefined) {
  const [type = '', ...parameters] = (header ?? '').split(';')
  const mediaType = type.trim().toLowerCase()
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined)
  return { mediaType: mediaType === '' ? null : mediaType, charset: charset ?? null }
}

function toPlainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || privateHeaders.has(name)) continue
    plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return plain
}

/** Of no use to a reader, and nobody else's business. */
const privateHeaders = new Set(['set-cookie', 'set-cookie2'])

function withoutFragment(url: URL): string {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}
