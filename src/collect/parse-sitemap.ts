import type { Document } from '../records/document.ts'
import type { FeedEntry, ParsedFeed } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import { decodeFeed } from './decode-feed.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { parseXml } from './parse-xml.ts'
import { readLanguage } from './read-language.ts'
import { resolveAddress } from './resolve-address.ts'
import { toOneLine } from './to-plain-words.ts'
import { getChild, getOwnText, type XmlElement } from './xml-element.ts'

/** The pages that a sitemap names, and the sitemaps that an index of them names; one of the two is empty. */
export interface ParsedSitemap {
  readonly sitemaps: readonly ListedSitemap[]
  readonly feed: ParsedFeed
}

/** A sitemap that an index names. */
export interface ListedSitemap {
  readonly url: string
  /** When the index says that it last changed, ISO 8601; null when it does not say. */
  readonly modifiedAt: string | null
}

/**
 * Reads a sitemap (sitemaps.org, with Google’s news), an index of sitemaps, or a list of addresses, one a line.
 *
 * `lastmod` is when the page changed, so it is `updatedAt`; only a news sitemap says when an article was published.
 * The publication that news sitemaps name is each entry’s `source` without an address, and the feed’s title where all
 * name the same. At most 50,000 pages, the protocol’s own limit; what a broken sitemap still says is kept.
 */
export function parseSitemap(document: Document): ParsedSitemap | { readonly problem: Problem } {
  const { text, charset, remarks } = decodeFeed(document)
  if (text.trim() === '') return { problem: emptyProblem }
  if (!/^\s*</.test(text)) return parseList(text, charset, remarks)
  const entries: FeedEntry[] = []
  const sitemaps: ListedSitemap[] = []
  let left = 0
  const take = (element: XmlElement): boolean => {
    if (element.name !== 'url' && element.name !== 'sitemap') return false
    const url = resolveAddress(textOf(element, 'loc'), document.where)
    if (url === null || entries.length + sitemaps.length >= most) left++
    else if (element.name === 'url') entries.push(readPage(element, url))
    else sitemaps.push({ url, modifiedAt: parseFeedDate(textOf(element, 'lastmod')) })
    return true
  }
  const xml = parseXml(text, { where: document.where, take })
  const root = xml.roots.find(({ name }) => name === 'urlset' || name === 'sitemapindex')
  if (root === undefined && entries.length + sitemaps.length === 0) return { problem: notASitemap }
  const told = [...remarks, ...xml.remarks]
  if (left > 0)
    told.push(
      `${left} entries were left out: without an http address, or beyond the ${most} that a sitemap may have.`,
    )
  return { sitemaps, feed: toFeed(entries, charset, told) }
}

/** The protocol’s limit for one file. */
const most = 50_000

function readPage(page: XmlElement, url: string): FeedEntry {
  const news = getChild(page, 'news:news')
  const publication = news === null ? null : getChild(news, 'news:publication')
  const outlet = publication === null ? null : toOneLine(textOf(publication, 'news:name') ?? '')
  const language = publication === null ? null : readLanguage(textOf(publication, 'news:language'))
  return {
    guid: null,
    url,
    title: news === null ? null : toOneLine(textOf(news, 'news:title') ?? ''),
    publishedAt: news === null ? null : parseFeedDate(textOf(news, 'news:publication_date')),
    updatedAt: parseFeedDate(textOf(page, 'lastmod')),
    authors: [],
    summary: null,
    contentHtml: null,
    language,
    categories: news === null ? [] : splitKeywords(textOf(news, 'news:keywords')),
    source: outlet === null ? null : { title: outlet, url: null },
  }
}

function textOf(holder: XmlElement, name: string): string | null {
  const child = getChild(holder, name)
  return child === null ? null : getOwnText(child)
}

function splitKeywords(keywords: string | null): string[] {
  const words = (keywords ?? '').split(',').map((word) => toOneLine(word))
  return [...new Set(words.filter((word) => word !== null))]
}

function toFeed(entries: readonly FeedEntry[], charset: string, remarks: readonly string[]): ParsedFeed {
  const outlets = new Set(entries.map((entry) => entry.source?.title ?? null))
  const languages = new Set(entries.map((entry) => entry.language))
  const [title = null] = outlets
  const [language = null] = languages
  return {
    format: 'sitemap',
    title: outlets.size === 1 ? title : null,
    siteUrl: null,
    language: languages.size === 1 ? language : null,
    updatedAt: null,
    askAgainAfterSeconds: null,
    charset,
    entries,
    remarks,
  }
}

/** One address a line (sitemaps.org, “text file”); other lines are passed over unless none is an address. */
function parseList(
  text: string,
  charset: string,
  remarks: readonly string[],
): ParsedSitemap | { readonly problem: Problem } {
  const lines = text.split('\n').map((line) => line.trim())
  const written = lines.filter((line) => line !== '')
  const urls = written.flatMap((line) => {
    const url = /^https?:\/\/\S+$/i.test(line) ? resolveAddress(line, null) : null
    return url === null ? [] : [url]
  })
  // Half the lines: a text that happens to hold an address is no sitemap.
  if (urls.length === 0 || urls.length < written.length / 2) return { problem: notASitemap }
  const kept = urls.slice(0, most)
  const left = written.length - kept.length
  const told = left === 0 ? remarks : [...remarks, `${left} lines were left out.`]
  return { sitemaps: [], feed: toFeed(kept.map(toEntry), charset, told) }
}

const toEntry = (url: string): FeedEntry => ({
  guid: null,
  url,
  title: null,
  publishedAt: null,
  updatedAt: null,
  authors: [],
  summary: null,
  contentHtml: null,
  language: null,
  categories: [],
  source: null,
})

const emptyProblem: Problem = {
  code: 'empty-document',
  message: 'The sitemap is empty.',
  advice: 'Try again later; open the address in a browser to see what it gives.',
}

const notASitemap: Problem = {
  code: 'not-a-feed',
  message: 'It is neither a sitemap nor a list of addresses.',
  advice: 'The site’s robots.txt usually names its sitemaps.',
}
