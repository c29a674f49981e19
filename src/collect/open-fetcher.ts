import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { documentTooLarge } from './document-too-large.ts'
import { refuseAddress } from './exchange.ts'
import { explainStatus, FetchFailure, lastingStatuses } from './explain-failure.ts'
import type { Fetcher, FetcherOptions, FetchOutcome, FetchRequest } from './fetcher.ts'
import { type Client, openClient } from './open-client.ts'
import { openHostBook } from './open-host-book.ts'
import { openRobots } from './open-robots.ts'
import { openTurns } from './open-turns.ts'
import { sleepFor } from './sleep-for.ts'
import { type HostAnswer, toAskHost } from './to-ask-host.ts'
import { toFreshSeconds } from './to-fresh-seconds.ts'
import { toRetrySeconds } from './to-retry-seconds.ts'
import { withDeadline } from './with-deadline.ts'

/** What is polite and safe when nobody says otherwise. */
export const fetcherDefaults = {
  /** The largest news pages, with everything inlined, have some 5 MB; news sitemaps of 50,000 addresses 10 MB. */
  maxSizeBytes: 16 * 1024 * 1024,
  /** A page that took longer than this at a reader’s browser would have lost the reader. */
  timeoutMs: 20_000,
  /**
   * Between two requests at one host: fewer than a person asks for who opens a page with its pictures.
   *
   * By host, not by registrable domain: what speaks for itself on the web (robots.txt, `Retry-After`) is the host, and
   * a domain may hold thousands of unrelated ones (blogs on a platform, the offices of a government).
   */
  delayMs: 1000,
  /** Sixteen answers of the largest size at once are 256 MB; a round of 500 feeds at 300 ms each takes 10 s. */
  concurrency: 16,
} as const

/** A browser follows 20; a page that needs more than 5 is going in circles. */
const mostRedirects = 5

/**
 * Opens what fetches; `client` takes the place of the network in tests, and is left open.
 *
 * Loads the HTTP client, about 90 ms.
 */
export async function openFetcher(options: FetcherOptions = {}, client?: Client): Promise<Fetcher> {
  const settings = {
    maxSizeBytes: options.maxSizeBytes ?? fetcherDefaults.maxSizeBytes,
    timeoutMs: options.timeoutMs ?? fetcherDefaults.timeoutMs,
    delayMs: options.delayMs ?? fetcherDefaults.delayMs,
    concurrency: options.concurrency ?? fetcherDefaults.concurrency,
    allowPrivate: options.allowPrivate ?? false,
    now: options.now ?? (() => new Date()),
    sleep: options.sleep ?? sleepFor,
  }
  const { now, timeoutMs, delayMs, allowPrivate, maxSizeBytes } = settings
  const open = client ?? (await openClient(allowPrivate, timeoutMs))
  const closing = new AbortController()
  const book = openHostBook(options.memory ?? null)
  const askHost = toAskHost({ ...settings, client: open, turns: openTurns(settings), book })
  const robots = openRobots({ askHost, book, timeoutMs, now, closing: closing.signal })

  return {
    async fetch(request) {
      try {
        return await withDeadline(null, [closing.signal, request.signal], (signal) => follow(request, signal))
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error
        const { problem, status, retryAfterSeconds, isLasting } = error
        return { kind: 'failed', problem, status, retryAfterSeconds, isLasting }
      }
    },
    async readRobots(url) {
      try {
        return await robots.read(new URL(url), closing.signal)
      } catch (error) {
        if (!(error instanceof FetchFailure)) throw error
        return null
      }
    },
    async close() {
      closing.abort()
      if (client === undefined) await open.dispatcher.destroy()
    },
  }

  async function follow(request: FetchRequest, signal: AbortSignal): Promise<FetchOutcome> {
    let url = parseAddress(request.url)
    let isMovedForGood = true
    let leftMs = timeoutMs
    let lastHost: string | null = null
    const seen: string[] = []
    for (;;) {
      seen.push(url.href)
      const answer = await askPolitely(url, url.host === lastHost, request, leftMs, signal)
      lastHost = url.host
      leftMs = Math.max(1, leftMs - answer.tookMs)
      const { location } = answer.headers
      if (!redirects.has(answer.status) || location === undefined) {
        return toOutcome(answer, url, seen.length > 1 && isMovedForGood, request)
      }
      isMovedForGood &&= answer.status === 301 || answer.status === 308
      url = resolveRedirect(location, url)
      if (seen.includes(url.href)) throw new FetchFailure(explainCircle([...seen, url.href]))
      if (seen.length > mostRedirects) throw new FetchFailure(explainTooFar(url))
    }
  }

  async function askPolitely(
    url: URL,
    isSameVisit: boolean,
    request: FetchRequest,
    leftMs: number,
    signal: AbortSignal,
  ): Promise<HostAnswer> {
    // Before robots.txt is asked for at a place that must not be asked.
    refuseAddress(url, allowPrivate)
    const isObeyed = options.ignoreRobots !== true && url.pathname !== '/robots.txt'
    const { crawlDelayMs } = isObeyed ? await robots.check(url, signal) : { crawlDelayMs: 0 }
    return askHost(url, {
      pauseMs: isSameVisit ? null : Math.max(delayMs, crawlDelayMs),
      timeoutMs: leftMs,
      limitMs: timeoutMs,
      signal,
      maxSizeBytes,
      isCut: false,
      headers: toHeaders(request),
      check: (headers) => checkMediaType(parseContentType(headers['content-type']).mediaType, request.accept),
    })
  }

  async function toOutcome(
    answer: HostAnswer,
    url: URL,
    isMoved: boolean,
    request: FetchRequest,
  ): Promise<FetchOutcome> {
    const { status, headers, holdSeconds } = answer
    const address = withoutFragment(url)
    const movedTo = isMoved ? address : null
    const freshForSeconds = toFreshSeconds(headers, now())
    if (status === 304 && hasValidators(request)) {
      return { kind: 'unmodified', url: address, movedTo, freshForSeconds }
    }
    if (status < 200 || status > 299) {
      throw new FetchFailure(explainStatus(status, url), {
        status,
        retryAfterSeconds: holdSeconds ?? toRetrySeconds(headers, now()),
        isLasting: lastingStatuses.has(status),
      })
    }
    const { mediaType, charset } = parseContentType(headers['content-type'])
    const isGzip = request.accept === 'feed' && answer.bytes[0] === 0x1f && answer.bytes[1] === 0x8b
    return {
      kind: 'document',
      document: {
        where: address,
        bytes: isGzip ? await unpack(answer.bytes, maxSizeBytes, url) : answer.bytes,
        mediaType: isGzip && mediaType !== null && /gzip|octet-stream/.test(mediaType) ? null : mediaType,
        charset,
        headers,
        collectedAt: now().toISOString(),
        ...(request.hints === undefined ? {} : { hints: request.hints }),
      },
      url: address,
      movedTo,
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
      freshForSeconds,
    }
  }
}

const redirects = new Set([301, 302, 303, 307, 308])

function parseAddress(address: string): URL {
  if (URL.canParse(address)) return new URL(address)
  throw new FetchFailure(
    {
      code: 'fetch-refused',
      message: `“${address.slice(0, 200)}” is no address.`,
      advice: 'Write it as https://host/path, without spaces.',
    },
    { isLasting: true },
  )
}

const accepts: Readonly<Record<FetchRequest['accept'], string>> = {
  page: 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,text/html;q=0.5,*/*;q=0.1',
  any: '*/*',
}

function toHeaders({ accept, etag, lastModified }: FetchRequest): Record<string, string> {
  return {
    accept: accepts[accept],
    ...(isHeaderValue(etag) ? { 'if-none-match': etag } : {}),
    ...(isHeaderValue(lastModified) ? { 'if-modified-since': lastModified } : {}),
  }
}

const hasValidators = ({ etag, lastModified }: FetchRequest): boolean =>
  isHeaderValue(etag) || isHeaderValue(lastModified)

/** What is kept for long may have been spoilt; a line break in it would be a header of its own. */
const isHeaderValue = (value: string | null | undefined): value is string =>
  typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]{1,1024}$/.test(value)

/** What may hold an article. Types that browsers would download are none. */
const readable = /^(?:text\/.+|application\/(?:xhtml\+xml|xml|json|.+\+xml|.+\+json))$/
/** Feeds come under all kinds of names; what is surely none is not read. */
const noFeed = /^(?:(?:image|audio|video|font)\/.+|application\/(?:pdf|zip|x-zip-compressed|msword|vnd\..+))$/

function checkMediaType(mediaType: string | null, accept: FetchRequest['accept']): void {
  if (mediaType === null || accept === 'any') return
  if (accept === 'page' ? readable.test(mediaType) : !noFeed.test(mediaType)) return
  throw new FetchFailure(
    {
      code: 'binary-document',
      message: `The address gives ${mediaType.slice(0, 100)}, not a ${accept}; it was not read.`,
      advice: /pdf|word|opendocument/.test(mediaType)
        ? 'Save it, convert it to text (for a PDF: pdftotext FILE) and give that file.'
        : 'Give the address of the page that shows it, or a file with its words.',
    },
    { isLasting: true },
  )
}

async function unpack(bytes: Uint8Array, maxSizeBytes: number, url: URL): Promise<Uint8Array> {
  try {
    return await gunzipAll(bytes, { maxOutputLength: maxSizeBytes })
  } catch (error) {
    if (error instanceof RangeError)
      throw new FetchFailure(documentTooLarge(null, maxSizeBytes), { isLasting: true })
    throw new FetchFailure({
      code: 'fetch-failed',
      message: `What ${url.host} sent is a broken gzip file.`,
      advice: 'Try again later.',
    })
  }
}

const gunzipAll = promisify(gunzip)

function resolveRedirect(location: string, base: URL): URL {
  const next = URL.canParse(location, base.href) ? new URL(location, base.href) : null
  if (next === null || !/^https?:$/.test(next.protocol)) {
    throw new FetchFailure(
      {
        code: 'fetch-refused',
        message: `${base.host} redirects to “${location.slice(0, 200)}”, which is no http or https address.`,
        advice: 'Save the page from your browser and give the file.',
      },
      { isLasting: true },
    )
  }
  next.hash = ''
  return next
}

const explainCircle = (seen: readonly string[]): FetchFailure['problem'] => ({
  code: 'fetch-failed',
  message: `The address leads in a circle: ${seen.map((url) => url.slice(0, 200)).join(' → ')}.`,
  advice:
    'It may want a cookie, which is never kept. Open it in your browser, save the page and give the file.',
})

const explainTooFar = (url: URL): FetchFailure['problem'] => ({
  code: 'fetch-failed',
  message: `The address leads on and on: more than ${mostRedirects} redirects, the last to ${url.href.slice(0, 200)}.`,
  advice: 'Open it in your browser and give the address where it ends, or save the page and give the file.',
})

function parseContentType(header: string | undefined) {
  const [type = '', ...parameters] = (header ?? '').split(';')
  const mediaType = type.trim().toLowerCase()
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined)
  return { mediaType: mediaType === '' ? null : mediaType, charset: charset ?? null }
}

function withoutFragment(url: URL): string {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}
