import type { Document, Uncollected } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import type { ArchiveFile } from './archive-file.ts'
import type { CollectSettings } from './collector.ts'
import { openOriginals } from './open-originals.ts'
import { parseHttpResponse } from './parse-http-response.ts'
import { type ArchiveRecord, readArchiveRecords } from './read-archive-records.ts'
import { brokenRecord, type PassedOver, passedOver, toArchivedPage } from './to-archived-page.ts'

/** How many records came to what. */
export type ArchiveTally = Record<'records' | 'pages' | 'failed' | PassedOver, number>

/** Finds pages in the files of one archive, one file after the other. */
export interface PageFinder {
  readonly tally: Readonly<ArchiveTally>
  /** The pages of one more file. @throws what its stream throws. */
  readonly find: (file: ArchiveFile) => AsyncGenerator<Document | Uncollected>
}

export interface PageFinderOptions {
  /** Whether an address is that of a page, where the archive lists its pages. */
  readonly isListed?: (url: string) => boolean
  /** Told where an answer redirects to. */
  readonly onRedirect?: (from: string, to: string) => void
}

/** Of a response, beside the page. */
const headerBytes = 65_536

/**
 * Opens what finds the pages of an archive.
 *
 * A record that repeats an earlier one of the same archive (`revisit`) gives the earlier one’s bytes anew, at its own
 * address and time.
 */
export function openPageFinder(
  settings: CollectSettings,
  { isListed = () => true, onRedirect = () => {} }: PageFinderOptions = {},
): PageFinder {
  const maxBlockBytes = settings.maxSizeBytes + headerBytes
  const originals = openOriginals(maxBlockBytes)
  const tally = Object.fromEntries(
    ['records', 'pages', 'failed', ...passedOver].map((name) => [name, 0]),
  ) as ArchiveTally
  const redirects = openRedirects()
  const options = {
    isListed,
    onRedirect: (from: string, to: string) => {
      redirects.add(from, to)
      onRedirect(from, to)
    },
  }

  async function toPage(record: ArchiveRecord): Promise<Document | Uncollected | PassedOver> {
    if (record.type !== 'revisit') return toArchivedPage(record, settings, options)
    const { headers } = record
    const url = headers.get('warc-target-uri') ?? ''
    const original = await originals.find(record)
    if (original === null)
      return isPageRevisited(record) ? { where: url, problem: missingOriginal(record) } : 'notes'
    return toArchivedPage(
      { ...original, headers: new Map([...original.headers, ...takenOver(headers)]) },
      settings,
      options,
    )
  }

  async function* find(file: ArchiveFile): AsyncGenerator<Document | Uncollected> {
    const { isPacked, stream } = file
    for await (const found of readArchiveRecords(stream, { isPacked, maxBlockBytes })) {
      tally.records++
      if (found.kind === 'broken') {
        const rest =
          found.rest === null
            ? null
            : await toArchivedPage(found.rest, settings, { ...options, isRest: true })
        if (rest !== null && typeof rest !== 'string' && 'bytes' in rest) {
          tally.pages++
          yield rest
        } else {
          tally.failed++
          yield fail(file, found.url, brokenRecord(found.message, false))
        }
        continue
      }
      const page = await toPage(found)
      if (typeof page === 'string') {
        tally[page]++
        continue
      }
      if ('problem' in page) {
        tally.failed++
        yield fail(file, page.where, page.problem)
        continue
      }
      tally.pages++
      if (found.type !== 'revisit') originals.add(found, file)
      const redirectedFrom = redirects.findAll(page.where)
      yield redirectedFrom.length === 0 ? page : { ...page, redirectedFrom }
    }
  }
  return { tally, find }
}

interface Redirects {
  readonly add: (from: string, to: string) => void
  /** Addresses that led to one, the first that was asked first. */
  readonly findAll: (url: string) => string[]
}

/** More redirects than these are not remembered: each takes some 200 bytes. */
const mostRedirects = 100_000

function openRedirects(): Redirects {
  const sources = new Map<string, string>()
  return {
    add: (from, to) => {
      const key = to.replace(/#.*$/s, '')
      if (sources.size < mostRedirects && !sources.has(key)) sources.set(key, from)
    },
    findAll: (url) => {
      const found: string[] = []
      for (let from = sources.get(url); from !== undefined && found.length < 5; from = sources.get(from)) {
        if (from === url || found.includes(from)) break
        found.unshift(from)
      }
      return found
    },
  }
}

/** An address alone does not tell in which archive to look. */
const fail = ({ where }: ArchiveFile, url: string | null, problem: Problem): Uncollected => ({
  where: url === null || url === '' ? where : `${where}#${url}`,
  problem,
})

/** Of a `revisit`, what goes for the bytes that it repeats. */
const takenOver = (headers: ReadonlyMap<string, string>): [string, string][] =>
  ['warc-target-uri', 'warc-date'].flatMap((name): [string, string][] => {
    const value = headers.get(name)
    return value === undefined ? [] : [[name, value]]
  })

// Without the original nothing but its header and its address tell what it is.
function isPageRevisited({ headers, block }: ArchiveRecord): boolean {
  const url = headers.get('warc-target-uri') ?? ''
  if (!/^https?:/i.test(url)) return false
  const response = parseHttpResponse(block)
  const type = response?.headers['content-type']
  if (response !== null && ![200, 304].includes(response.status)) return false
  if (type !== undefined) return /^\s*(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i.test(type)
  return !/\.(?:png|jpe?g|gif|webp|avif|svg|ico|css|m?js|json|xml|woff2?|ttf|mp[34]|webm|pdf|zip)$/i.test(
    URL.canParse(url) ? new URL(url).pathname : url,
  )
}

function missingOriginal({ headers }: ArchiveRecord) {
  const at = headers.get('warc-refers-to-date')
  return {
    code: 'broken-record',
    message: `The archive only notes that the page was as before${at === undefined ? '' : ` (as on ${at})`}; the record that holds it is not in this archive, or cannot be gone back to.`,
    advice: 'Give the file of the crawl that holds it, as a file and not on standard input.',
  } as const
}

/** “57 records, 10 of them pages; passed over: 3 redirects, 23 requests and notes” */
export function describeTally(tally: Readonly<ArchiveTally>): string {
  const passed = passedOver
    .filter((name) => tally[name] > 0)
    .map((name) => `${tally[name]} ${tally[name] === 1 ? names[name][0] : names[name][1]}`)
  const records = `${tally.records} ${tally.records === 1 ? 'record' : 'records'}, ${tally.pages} of them ${tally.pages === 1 ? 'a page' : 'pages'}`
  return passed.length === 0 ? records : `${records}; passed over: ${passed.join(', ')}`
}

const names: Readonly<Record<PassedOver, readonly [one: string, several: string]>> = {
  otherStatus: ['answer with another status than 200', 'answers with another status than 200'],
  redirects: ['redirect', 'redirects'],
  feeds: ['feed or sitemap', 'feeds and sitemaps'],
  unlisted: [
    'file that the archive does not list as a page',
    'files that the archive does not list as pages',
  ],
  conversions: ['text taken from a page (conversion)', 'texts taken from pages (conversion)'],
  otherFiles: ['picture, script or other file', 'pictures, scripts and other files'],
  notes: ['request or note of the crawler', 'requests and notes of the crawler'],
}
