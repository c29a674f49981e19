import type { Document } from '../records/document.ts'
import type { ParsedFeed } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import { decodeFeed } from './decode-feed.ts'
import { parseXml } from './parse-xml.ts'
import { readAtom } from './read-atom.ts'
import { readJsonFeed } from './read-json-feed.ts'
import { type FeedPlace, mostEntries, type ReadFeed, readRss } from './read-rss.ts'

/**
 * Reads a feed: RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, CDF, JSON Feed.
 *
 * Of a feed that is broken or cut off everything is kept that can be, and `remarks` says what was wrong. Never throws
 * and is linear in the length, whatever the bytes. A sitemap is another thing: {@link parseSitemap}.
 */
export function parseFeed(document: Document): ParsedFeed | { readonly problem: Problem } {
  const { text, charset, remarks } = decodeFeed(document)
  if (text.trim() === '') return { problem: emptyProblem }
  const place = { where: document.where, contentLanguage: document.headers['content-language'] ?? null }
  if (/^\s*[{[]/.test(text)) return parseJsonFeed(text, place, charset, remarks)
  const xml = parseXml(text, { where: document.where })
  for (const root of xml.roots) {
    const read = readers.get(root.name)
    if (read === undefined) continue
    return finish(read(root, place), charset, [...remarks, ...xml.remarks])
  }
  return { problem: describeOther(xml.roots.map((root) => root.name)) }
}

const readers: ReadonlyMap<string, typeof readRss> = new Map([
  ['rss', readRss],
  ['rdf:rdf', readRss],
  ['channel', readRss],
  ['atom:feed', readAtom],
  ['feed', readAtom],
  ['atom:entry', readAtom],
])

function finish(feed: ReadFeed, charset: string, remarks: readonly string[]): ParsedFeed {
  const isFull = feed.entries.length >= mostEntries
  return {
    ...feed,
    charset,
    remarks: isFull ? [...remarks, `At most ${mostEntries} entries were read.`] : remarks,
  }
}

function parseJsonFeed(
  text: string,
  place: FeedPlace,
  charset: string,
  remarks: readonly string[],
): ParsedFeed | { readonly problem: Problem } {
  try {
    const feed = readJsonFeed(JSON.parse(text), place)
    return feed === null
      ? { problem: notAFeed('It is JSON, but no JSON Feed.') }
      : finish(feed, charset, remarks)
  } catch {
    return { problem: notAFeed('It starts as JSON and is none.') }
  }
}

function describeOther(roots: readonly string[]): Problem {
  if (roots.includes('urlset') || roots.includes('sitemapindex')) {
    return notAFeed('It is a sitemap, not a feed.')
  }
  if (roots.some((root) => /(?:^|:)html$/.test(root))) return notAFeed('It is a web page, not a feed.')
  if (roots.includes('opml')) return notAFeed('It is a list of feeds (OPML), not a feed.')
  return notAFeed('It is neither RSS, Atom nor JSON Feed.')
}

const emptyProblem: Problem = {
  code: 'empty-document',
  message: 'The feed is empty.',
  advice: 'Try again later; open the address in a browser to see what it gives.',
}

const notAFeed = (message: string): Problem => ({
  code: 'not-a-feed',
  message,
  advice: 'Open the address in a browser; the site’s own page usually names its feeds.',
})
