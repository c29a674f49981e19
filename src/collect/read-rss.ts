import type { FeedEntry, ParsedFeed } from '../records/feed.ts'
import { readRssText } from './feed-text.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { readLanguage } from './read-language.ts'
import { readPerson } from './read-person.ts'
import { resolveAddress } from './resolve-address.ts'
import { findChildren, getAttribute, getChild, getOwnText, type XmlElement } from './xml-element.ts'

/** What {@link readRss} and its like read of a feed; the reader of bytes adds the rest. */
export type ReadFeed = Omit<ParsedFeed, 'charset' | 'remarks'>

/** RSS 0.9x, 1.0 and 2.0 and Microsoft’s CDF; their modules count where the element itself says nothing. */
export function readRss(root: XmlElement, where: string): ReadFeed {
  const channel = root.name === 'channel' ? root : (getChild(root, 'channel') ?? root)
  const ownBase = channel.base ?? where
  const siteUrl =
    resolveAddress(textOf(channel, 'link'), ownBase) ??
    resolveAddress(findAtomLink(channel, 'alternate'), ownBase) ??
    resolveAddress(getAttribute(getChild(channel, 'link') ?? channel, 'href'), ownBase)
  const language = readLanguage(textOf(channel, 'language', 'dc:language') ?? channel.language)
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
    title: readRssText(getChild(channel, 'title', 'dc:title'), null).words,
    siteUrl,
    language,
    updatedAt:
      findDate(channel, 'lastbuilddate', 'dcterms:modified', 'atom:updated', 'dc:date', 'pubdate') ??
      parseFeedDate(getAttribute(channel, 'lastmod')),
    askAgainAfterSeconds: findInterval(channel),
    entries: items.map((item) => readItem(item, { siteUrl, where, language })),
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
    title: text(getChild(item, 'title', 'dc:title', 'media:title', 'atom:title')).words,
    publishedAt: findDate(item, ...publications),
    updatedAt:
      findDate(item, 'atom:updated', 'dcterms:modified') ?? parseFeedDate(getAttribute(item, 'lastmod')),
    authors: findAuthors(item),
    summary: text(summary).words,
    contentHtml: text(content).html,
    language:
      readLanguage(textOf(item, 'dc:language') ?? content?.language ?? summary?.language ?? item.language) ??
      language,
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
  const link = getChild(item, 'link')
  const isPermalink = guid !== null && getAttribute(guid, 'isPermaLink')?.toLowerCase() !== 'false'
  return (
    resolveAddress(textOf(item, 'feedburner:origlink'), base) ??
    resolveAddress(
      link === null ? null : (getOwnText(link) ?? getAttribute(link, 'href')),
      link?.base ?? base,
    ) ??
    resolveAddress(findAtomLink(item, 'alternate'), base) ??
    resolveAddress(getAttribute(item, 'href'), base) ??
    (isPermalink && /^(?:https?:|\/)/i.test(getOwnText(guid) ?? '')
      ? resolveAddress(getOwnText(guid), base)
      : null) ??
    resolveAddress(getAttribute(item, 'rdf:about'), null)
  )
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

/** The first of these elements that holds a date, as ISO 8601. */
function findDate(holder: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const child of findChildren(holder, name)) {
      const date = parseFeedDate(getOwnText(child))
      if (date !== null) return date
    }
  }
  return null
}

function findAuthors(item: XmlElement): string[] {
  const written = findChildren(item, 'author', 'dc:creator', 'dc:author', 'atom:author')
  const named = written.flatMap((author) => {
    const names = findChildren(author, 'name', 'atom:name')
    return (names.length === 0 ? [author] : names).map((name) => readPerson(getOwnText(name)))
  })
  const people = named.some((name) => name !== null)
    ? named
    : findChildren(item, 'itunes:author').map((author) => readPerson(getOwnText(author)))
  return [...new Set(people.filter((name) => name !== null))]
}

function findCategories(item: XmlElement): string[] {
  const words = findChildren(item, 'category', 'dc:subject', 'atom:category').map(
    (category) =>
      readRssText(category, null).words ?? getAttribute(category, 'label') ?? getAttribute(category, 'term'),
  )
  return [...new Set(words.filter((category) => category !== null && category !== ''))] as string[]
}

/** `<source url="https://morvenia.example/rss">Morvenia Daily</source>`: an aggregator’s word on whose item it is. */
function readSource(item: XmlElement, base: string): FeedEntry['source'] {
  const source = getChild(item, 'source', 'dc:source')
  if (source === null) return null
  const title = readRssText(source, null).words
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
