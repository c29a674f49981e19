import { splitLines } from './split-json.ts'

/** The addresses that an archive lists as its pages. */
export interface PageList {
  /** Adds the pages of one list, lines of JSON with a `url` each (the WACZ format’s `pages.jsonl`). */
  readonly addLines: (stream: AsyncIterable<Uint8Array>) => Promise<void>
  /** Whether an address is listed, or nothing is. */
  readonly has: (url: string) => boolean
  /** A page that redirects leads to the page. */
  readonly addRedirect: (from: string, to: string) => void
  /** Addresses that were listed and never asked for. */
  readonly findMissing: () => string[]
}

/** A line with the text of a page may be long; one beyond this is passed over. */
const longestLine = 4 * 1024 * 1024

/** Opens an empty list; it holds each address once. */
export function openPageList(): PageList {
  const listed = new Map<string, { readonly url: string; isFound: boolean }>()
  return {
    addLines: async (stream) => {
      for await (const line of splitLines(stream, longestLine)) {
        const url = 'bytes' in line ? parseUrl(line.bytes) : null
        if (url !== null) listed.set(toKey(url), { url, isFound: false })
      }
    },
    has: (url) => {
      if (listed.size === 0) return true
      const page = listed.get(toKey(url))
      if (page !== undefined) page.isFound = true
      return page !== undefined
    },
    addRedirect: (from, to) => {
      const page = listed.get(toKey(from))
      // One object for both: finding the one finds the other.
      if (page !== undefined && !listed.has(toKey(to))) listed.set(toKey(to), page)
    },
    findMissing: () => [
      ...new Set([...listed.values()].filter(({ isFound }) => !isFound).map(({ url }) => url)),
    ],
  }
}

function parseUrl(line: Uint8Array): string | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(line).toString('utf8'))
    const url = typeof value === 'object' && value !== null && 'url' in value ? value.url : null
    return typeof url === 'string' && /^https?:/i.test(url) ? url : null
  } catch {
    return null
  }
}

// Browsers go from http to https without the archive seeing it; fragments never reach a server.
function toKey(url: string): string {
  const href = URL.canParse(url) ? new URL(url).href : url
  return href.replace(/^https?:\/\//, '').replace(/#.*$/s, '')
}
