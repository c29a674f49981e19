import type { Document, Uncollected } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import type { CollectSettings } from './collector.ts'
import { decompress } from './decompress.ts'
import { documentTooLarge } from './document-too-large.ts'
import { openDigest } from './open-digest.ts'
import { type HttpResponse, parseHttpResponse } from './parse-http-response.ts'
import type { ArchiveRecord } from './read-archive-records.ts'

/** Why a record is no page: what an archive’s summary counts. */
export const passedOver = [
  'otherStatus',
  'redirects',
  'feeds',
  'unlisted',
  'conversions',
  'otherFiles',
  'notes',
] as const

export type PassedOver = (typeof passedOver)[number]

export interface ArchivedPageOptions {
  /** Whether an address is that of a page, where the archive lists its pages. */
  readonly isListed: (url: string) => boolean
  /** Told where an answer redirects to. */
  readonly onRedirect: (from: string, to: string) => void
  /** Whether what is cut off may pass, when all of the page itself is there. */
  readonly isRest?: boolean
}

/**
 * The page in a record; why the page in it cannot be had; or what it is, when it is none.
 *
 * Pages are answers with status 200 and kept files (`resource`) that are HTML, XHTML or plain text. A page whose bytes
 * are not those of its digest is given all the same, with the problem on it: writers of archives err in digests more
 * often than bytes change, and it is for the reader of the ledger to judge.
 */
export async function toArchivedPage(
  record: ArchiveRecord,
  { maxSizeBytes, now }: Pick<CollectSettings, 'maxSizeBytes' | 'now'>,
  options: ArchivedPageOptions,
): Promise<Document | Uncollected | PassedOver> {
  const { type, headers, block } = record
  const url = headers.get('warc-target-uri') ?? ''
  if (type === 'conversion') return 'conversions'
  if (type !== 'response' && type !== 'resource') return 'notes'
  const contentType = headers.get('content-type') ?? ''
  const isHttp = /^application\/http\b/i.test(contentType)
  if (!(type === 'resource' ? /^(?:https?|file):/i : /^https?:/i).test(url)) return 'notes'
  const response: HttpResponse | null = isHttp
    ? parseHttpResponse(block)
    : type === 'resource'
      ? { status: 200, headers: { 'content-type': contentType }, sent: block, body: block, isWhole: true }
      : null
  if (response === null) return 'notes'
  const redirect = response.headers.location
  if (response.status >= 300 && response.status < 400 && redirect !== undefined) {
    if (URL.canParse(redirect, url)) options.onRedirect(url, new URL(redirect, url).href)
    return 'redirects'
  }
  if (response.status !== 200) return 'otherStatus'
  const { mediaType, charset } = parseContentType(response.headers['content-type'])
  const isWhole = block.length === record.blockSizeBytes
  const encoding = response.headers['content-encoding'] ?? ''
  // What is too large to be held is told by its name alone.
  const unpacked: Unpacked = isWhole
    ? await unpack(response.body, encoding, maxSizeBytes)
    : { failure: 'too-large' }
  const kind = sortKind(mediaType, url, 'bytes' in unpacked ? unpacked.bytes : new Uint8Array())
  if (kind !== 'page') return kind
  if (!options.isListed(url)) return 'unlisted'
  const where = withoutFragment(url)
  if (options.isRest === true && response.isWhole !== true) return { where, problem: notWhole }
  if ('failure' in unpacked) {
    const problem =
      unpacked.failure === 'too-large'
        ? documentTooLarge(isWhole ? null : record.blockSizeBytes, maxSizeBytes)
        : explainPacking(record, unpacked.failure, encoding)
    return { where, problem }
  }
  const problems = findProblems(record, response, unpacked.bytes)
  return {
    where,
    bytes: unpacked.bytes,
    mediaType,
    charset,
    headers: response.headers,
    collectedAt: toInstant(headers.get('warc-date')) ?? now().toISOString(),
    ...(problems.length === 0 ? {} : { problems }),
  }
}

/** Replaced by what the walk says about the record. */
const notWhole: Problem = { code: 'broken-record', message: 'The record is cut off.', advice: null }

type Unpacked = { readonly bytes: Uint8Array } | { readonly failure: 'too-large' | 'broken' | 'unknown' }

async function unpack(body: Uint8Array, encoding: string, maxSizeBytes: number): Promise<Unpacked> {
  if (body.length > maxSizeBytes) return { failure: 'too-large' }
  const unpacked = await decompress(body, encoding, maxSizeBytes)
  // Some crawlers unpack what they keep and leave the header as it was.
  return 'failure' in unpacked && unpacked.failure !== 'too-large' && isMarkup(body)
    ? { bytes: body }
    : unpacked
}

const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf)?(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*/, '')

const isMarkup = (bytes: Uint8Array): boolean => /^<[a-z!]/i.test(startOf(bytes))

function sortKind(mediaType: string | null, url: string, bytes: Uint8Array): 'page' | PassedOver {
  if (mediaType !== null && /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$/.test(mediaType))
    return 'feeds'
  const start = startOf(bytes)
  const isXml = mediaType !== null && /^(?:text|application)\/xml$/.test(mediaType)
  const isHtml = mediaType === 'text/html' || mediaType === 'application/xhtml+xml'
  if ((isXml || isHtml) && /^<(?:rss|feed|rdf:rdf|urlset|sitemapindex|opml)\b/i.test(start)) return 'feeds'
  if (isHtml) return 'page'
  if (mediaType === 'text/plain') return isForMachines(url) ? 'otherFiles' : 'page'
  const isUnnamed = mediaType === null || mediaType === 'application/octet-stream' || isXml
  return isUnnamed && /^<(?:!doctype\s+html|html)\b/i.test(start) ? 'page' : 'otherFiles'
}

// https://site.example/robots.txt, /ads.txt, /.well-known/security.txt; scripts and tables sent as plain text.
function isForMachines(url: string): boolean {
  const path = URL.canParse(url) ? new URL(url).pathname : url
  return /\/(?:robots|ads|app-ads|humans|security|llms|llms-full|sitemap|sellers)\.txt$|\.(?:m?js|css|json|map|csv|vtt|srt|m3u8|log)$/i.test(
    path,
  )
}

function findProblems(record: ArchiveRecord, response: HttpResponse, unpacked: Uint8Array): Problem[] {
  const { headers, faults, isBlockRight } = record
  const problems: Problem[] = faults.map((message) => brokenRecord(message, true))
  const truncated = headers.get('warc-truncated')
  if (truncated !== undefined)
    problems.push(brokenRecord(`The crawler kept only the beginning of the page (${truncated}).`, true))
  else if (response.isWhole === false && faults.length === 0)
    problems.push(
      brokenRecord(
        `Only ${response.sent.length} bytes of the page are in the archive, fewer than its server announced.`,
        true,
      ),
    )
  const wrong =
    isBlockRight === false
      ? 'WARC-Block-Digest'
      : isPayloadWrong(headers.get('warc-payload-digest'), [response.body, response.sent, unpacked])
        ? 'WARC-Payload-Digest'
        : null
  if (wrong !== null) {
    problems.push({
      code: 'digest-mismatch',
      message: `The bytes of the page are not those that the archive gives a digest of (${wrong}): they may have been changed since they were recorded.`,
      advice: 'Compare the page with another copy before you rely on it.',
    })
  }
  return problems
}

// The standard means the body without its transfer encoding; some writers digest it as sent, or as unpacked.
function isPayloadWrong(stated: string | undefined, bodies: readonly Uint8Array[]): boolean {
  for (const body of bodies) {
    const digest = openDigest(stated)
    if (digest === null) return false
    digest.update(body)
    if (digest.isRight()) return false
  }
  return true
}

/** Something wrong with a record of an archive; `isRead` when its page is read all the same. */
export const brokenRecord = (message: string, isRead: boolean): Problem => ({
  code: 'broken-record',
  message,
  advice: isRead
    ? 'Compare the page with another copy before you rely on it.'
    : 'Look for the page in another copy of the archive; the records before and behind are read.',
})

function explainPacking(record: ArchiveRecord, failure: 'broken' | 'unknown', encoding: string): Problem {
  const how = failure === 'broken' ? 'is broken' : 'is none that this version knows'
  return brokenRecord(
    `The page in the record at byte ${record.at} does not unpack: its content encoding (${encoding}) ${how}.${record.faults.map((fault) => ` ${fault}`).join('')}`,
    false,
  )
}

function parseContentType(header: string | undefined) {
  const [type = '', ...parameters] = (header ?? '').split(/[;,]/)
  const mediaType = type.trim().toLowerCase()
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([^"'\s]+)["']?\s*$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined)
  return { mediaType: mediaType === '' ? null : mediaType, charset: charset ?? null }
}

/** WARC 1.1 allows dates as exact as they are known, from the year to the nanosecond. */
function toInstant(date: string | undefined): string | null {
  const [, exact, fraction = ''] =
    /^(\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?)(\.\d+)?Z?$/.exec(date ?? '') ?? []
  if (exact === undefined) return null
  const instant = new Date(exact.length > 10 ? `${exact}${fraction.slice(0, 4)}Z` : exact)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#')
  return at === -1 ? url : url.slice(0, at)
}
