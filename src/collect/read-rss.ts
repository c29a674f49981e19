import type { FeedEntry, ParsedFeed } from '../records/feed.ts'
import { readRssText } from './feed-text.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { findLanguage } from './read-language.ts'
import { readPerson } from './read-person.ts'
import { resolveAddress } from './resolve-address.ts'
import { toOneLine } from './to-plain-words.ts'
import { findChildren, getAttribute, getChild, getOwnText, type XmlElement } from './xml-element.ts'

/** What {@link readRss} and its like read of a feed; the reader of bytes adds the rest. */
export type ReadFeed = Omit<ParsedFeed, 'charset' | 'remarks'>

/** Where a feed was fetched, and what its server says of its language (`Content-Language`), null for nothing. */
export interface FeedPlace {
  readonly where: string
  readonly contentLanguage: string | null
}

/** Of longer feeds the rest is left; the longest archives in one feed have a few thousand. */
export const mostEntries = 20_000

/** RSS 0.9x, 1.0 and 2.0 and Microsoft’s CDF; their modules count where the element itself says nothing. */
export function readRss(root: XmlElement, { where, contentLanguage }: FeedPlace): ReadFeed {
  const channel = root.name === 'channel' ? root : (getChild(root, 'channel') ?? root)
  const ownBase = channel.base ?? where
  const siteUrl =
    findLink(channel, ownBase) ??
    resolveAddress(findAtomLink(channel, 'alternate'), ownBase) ??
    resolveAddress(getAttribute(channel, 'href'), ownBase)
  const language = findLanguage(textOf(channel, 'language', 'dc:language'), channel.language, contentLanguage)
  const items = [channel, root === channel ? null : root]
    .flatMap((holder) => (holder === null ? [] : [holder, ...findChildren(holder, 'items')]))
    .flatMap((holder) => findChildren(holder, 'item', 'atom:entry'))
  return {
    format:
      root.name === 'channel' && getAttribute(root, 'href') !== null
        ? 'cdf'
        : root.name === 'rdf:rdf'
          ? 'rdf'
          : 'rss',
    title: readRssText(getChild(channel, 'title', 'dc:title'), null).toWords(),
    siteUrl,
    language,
    updatedAt: findDate(channel, ...changes) ?? parseFeedDate(getAttribute(channel, 'lastmod')),
    askAgainAfterSeconds: findInterval(channel),
    entries: items.slice(0, mostEntries).map((item) => readItem(item, { siteUrl, where, language })),
  }
}

interface Surroundings {
  readonly siteUrl: string | null
  readonly where: string
  readonly language: string | null
}

function readItem(item: XmlElement, { siteUrl, where, language }: Surroundings): FeedEntry {
  const base = item.base ?? siteUrl ?? where
  const guid = getChild(item, 'guid', 'atom:id')
  const guidText = (guid === null ? null : getOwnText(guid)) ?? getAttribute(item, 'rdf:about')
  const content = getChild(item, 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'atom:content')
  const summary = getChild(item, ...summaries)
  const text = (element: XmlElement | null) => readRssText(element, element?.base ?? base)
  return {
    guid: guidText,
    url: findUrl(item, guid, base),
    title: text(getChild(item, 'title', 'dc:title', 'media:title', 'atom:title')).toWords(),
    publishedAt: findDate(item, ...publications),
    updatedAt:
      findDate(item, 'atom:updated', 'dcterms:modified') ?? parseFeedDate(getAttribute(item, 'lastmod')),
    authors: findAuthors(item),
    summary: text(summary).toWords(),
    contentHtml: text(content).toHtml(),
    language: findLanguage(
      textOf(item, 'dc:language'),
      content?.language,
      summary?.language,
      item.language,
      language,
    ),
    categories: findCategories(item),
    source: readSource(item, base),
  }
}

const summaries = [
  'description',
  'dc:description',
  'abstract',
  'atom:summary',
  'itunes:summary',
  'media:description',
]

const changes = ['lastbuilddate', 'dcterms:modified', 'atom:updated', 'dc:date', 'pubdate', 'dcterms:issued']

const publications = [
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'atom:published',
  'atom:issued',
]

/** The page of the article: what a redirecting service keeps of it first, then the link, then a guid that is one. */
function findUrl(item: XmlElement, guid: XmlElement | null, base: string): string | null {
  const isPermalink = guid !== null && getAttribute(guid, 'isPermaLink')?.toLowerCase() !== 'false'
  return (
    resolveAddress(textOf(item, 'feedburner:origlink'), base) ??
    findLink(item, base) ??
    resolveAddress(findAtomLink(item, 'alternate'), base) ??
    resolveAddress(getAttribute(item, 'href'), base) ??
    (isPermalink && /^(?:https?:|\/)/i.test(getOwnText(guid) ?? '')
      ? resolveAddress(getOwnText(guid), base)
      : null) ??
    resolveAddress(getAttribute(item, 'rdf:about'), null)
  )
}

/** The last `link` that is an address, as feedparser and gofeed take it of several; its `href` where it has no text. */
function findLink(holder: XmlElement, base: string): string | null {
  const urls = findChildren(holder, 'link').map((link) =>
    resolveAddress(getOwnText(link) ?? getAttribute(link, 'href'), link.base ?? base),
  )
  return urls.findLast((url) => url !== null) ?? null
}

function findAtomLink(holder: XmlElement, rel: string): string | null {
  const links = findChildren(holder, 'atom:link')
  const found = links.find((link) => (getAttribute(link, 'rel') ?? 'alternate').toLowerCase() === rel)
  return found === undefined ? null : getAttribute(found, 'href')
}

function textOf(holder: XmlElement, ...names: readonly string[]): string | null {
  const child = getChild(holder, ...names)
  return child === null ? null : getOwnText(child)
}

/** The date that the first of these names tells, as ISO 8601; the last one where several elements of that name do. */
export function findDate(holder: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const dates = findChildren(holder, name).map((child) => parseFeedDate(getOwnText(child)))
    const date = dates.findLast((told) => told !== null)
    if (date !== undefined && date !== null) return date
  }
  return null
}

function findAuthors(item: XmlElement): string[] {
  const written = findChildren(item, 'author', 'dc:creator', 'dc:author', 'atom:author')
  const named = written.flatMap((author) => {
    const names = findChildren(author, 'name', 'atom:name')
    return (names.length === 0 ? [author] : names).map((name) =>
      readPerson(readRssText(name, null).toWords()),
    )
  })
  const people = named.some((name) => name !== null)
    ? named
    : findChildren(item, 'itunes:author').map((author) => readPerson(readRssText(author, null).toWords()))
  return [...new Set(people.filter((name) => name !== null))]
}

function findCategories(item: XmlElement): string[] {
  const named = findChildren(item, 'category', 'dc:subject', 'atom:category', 'media:category').map(
    (category) =>
      toOneLine(getAttribute(category, 'label') ?? '') ??
      readRssText(category, null).toWords() ??
      toOneLine(getAttribute(category, 'term') ?? ''),
  )
  // <media:keywords>bridges, Selgrad</media:keywords>
  const listed = findChildren(item, 'media:keywords', 'itunes:keywords').flatMap((keywords) =>
    (getOwnText(keywords) ?? '').split(',').map((keyword) => toOneLine(keyword)),
  )
  return [...new Set([...named, ...listed].filter((category) => category !== null))]
}

/** `<source url="https://morvenia.example/rss">Morvenia Daily</source>`: an aggregator’s word on whose item it is. */
function readSource(item: XmlElement, base: string): FeedEntry['source'] {
  const source = getChild(item, 'source', 'dc:source')
  if (source === null) return null
  const title = readRssText(source, null).toWords()
  const url = resolveAddress(getAttribute(source, 'url'), source.base ?? base)
  // Dublin Core’s is an address or a name, whichever the feed has.
  if (source.name === 'dc:source' && title !== null && /^https?:\/\//i.test(title)) {
    return { title: null, url: resolveAddress(title, null) }
  }
  return title === null && url === null ? null : { title, url }
}

/** `ttl` is minutes; `sy:updatePeriod` by `sy:updateFrequency` is the module’s way to say it. */
export function findInterval(channel: XmlElement): number | null {
  const minutes = Number(textOf(channel, 'ttl') ?? Number.NaN)
  if (minutes > 0 && minutes <= mostMinutes) return Math.round(minutes * 60)
  const period = periods.get(textOf(channel, 'sy:updateperiod')?.toLowerCase() ?? '')
  if (period === undefined) return null
  const frequency = Number(textOf(channel, 'sy:updatefrequency') ?? 1)
  return frequency > 0 && frequency <= 10_000 ? Math.round(period / frequency) : period
}

/** A year; beyond it a number is a slip. */
const mostMinutes = 366 * 24 * 60

const periods: ReadonlyMap<string, number> = new Map([
  ['hourly', 3600],
  ['daily', 86_400],
  ['weekly', 7 * 86_400],
  ['monthly', 30 * 86_400],
  ['yearly', 365 * 86_400],
])
