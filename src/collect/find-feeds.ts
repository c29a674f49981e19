import { decodeHTMLAttribute } from 'entities'
import { Tokenizer } from 'htmlparser2'
import type { Document } from '../records/document.ts'
import { decodeFeed } from './decode-feed.ts'
import { resolveAddress } from './resolve-address.ts'
import { htmlToWords } from './to-plain-words.ts'

/** An address that a page or a robots.txt names as a feed, not yet fetched. */
export interface FoundFeed {
  readonly url: string
  /** What the page calls it; null when it does not say. */
  readonly title: string | null
  readonly kind: 'feed' | 'sitemap' | 'news-sitemap'
}

/**
 * The feeds that a site’s page names, best first, each once; from robots.txt its sitemaps; none when it names none.
 *
 * First what the page declares (`<link rel="alternate" type="application/rss+xml">`), in its order, which is the
 * site’s own; then links that look like feeds; feeds of comments last. Reads the first 2 MB.
 */
export function findFeeds(document: Document): FoundFeed[] {
  const { text } = decodeFeed({ bytes: document.bytes.subarray(0, mostBytes), charset: document.charset })
  const found = /^[\ufeff\s]*</.test(text)
    ? findInPage(text, document.where)
    : findInRobots(text, document.where)
  const byUrl = new Map<string, Ranked>()
  for (const feed of found) {
    const known = byUrl.get(feed.url)
    // The same feed linked in the head and again with words in the foot: the better place counts, with either title.
    if (known === undefined) byUrl.set(feed.url, feed)
    else if (known.title === null) byUrl.set(feed.url, { ...known, title: feed.title })
  }
  return [...byUrl.values()]
    .sort((a, b) => a.rank - b.rank)
    .map(({ url, title, kind }) => ({ url, title, kind }))
}

const mostBytes = 2_000_000

/** Lower is better; the order of the page within a rank. */
interface Ranked extends FoundFeed {
  readonly rank: number
}

/**
 * Addresses where sites that declare no feed usually keep one, likeliest first: beside the address, then at the root.
 *
 * Empty for what is no http address. Each costs the site a request, so they are worth trying only once.
 */
export function guessFeedAddresses(siteUrl: string): string[] {
  const site = resolveAddress(siteUrl, null)
  if (site === null) return []
  const root = new URL('/', site).href
  const folder = new URL('.', site).href
  const beside =
    folder === root
      ? []
      : ['feed/', 'rss.xml', 'feed.xml', 'atom.xml', 'rss'].map((name) => new URL(name, folder).href)
  return [...new Set([...beside, ...wellKnown.map((path) => new URL(path, root).href)])]
}

/** WordPress; static sites; content systems of newspapers; then the sitemaps, of which the news ones come first. */
const wellKnown = [
  '/feed/',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/rss',
  '/index.xml',
  '/feed.json',
  '/rss/',
  '/feeds/posts/default',
  '/index.rdf',
  '/news-sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap_news.xml',
  '/sitemap.xml',
  '/sitemap_index.xml',
]

function findInPage(html: string, where: string): Ranked[] {
  const found: Ranked[] = []
  let base = where
  let hasBase = false
  let tag = ''
  let attributeName = ''
  let attributeValue = ''
  let attributes = new Map<string, string>()
  let anchor: { href: string; title: string | null; from: number; at: number } | null = null
  const add = (href: string | undefined, title: string | null, rank: number): void => {
    const url = resolveAddress(toHttp(href), base)
    if (url === null || found.length >= mostFound) return
    const late = isOfComments(url, title) ? 10 : 0
    found.push({ url, title, kind: toKind(url), rank: rank + late })
  }
  const openTag = (end: number): void => {
    const href = attributes.get('href')
    const title = attributes.get('title')?.trim() || null
    if (tag === 'base' && !hasBase && href !== undefined) {
      base = resolveAddress(href, where) ?? where
      hasBase = true
    } else if (tag === 'link') {
      const type = attributes.get('type')?.toLowerCase().split(';')[0]?.trim() ?? ''
      const rels = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
      // A page in another language or for print is an alternate, too; only the type tells, or the old rel="feed".
      if (rels.includes('alternate') && feedTypes.has(type)) add(href, title, 0)
      else if (rels.includes('alternate') && /^(?:text|application)\/xml$/.test(type)) add(href, title, 1)
      else if (rels.includes('feed')) add(href, title, 1)
      else if (rels.includes('sitemap')) add(href, title, 4)
    } else if ((tag === 'a' || tag === 'area') && href !== undefined) {
      anchor = {
        href,
        title,
        from: end + 1,
        at: feedTypes.has(attributes.get('type')?.toLowerCase() ?? '') ? 1 : 2,
      }
    }
  }
  const closeAnchor = (to: number): void => {
    if (anchor === null) return
    const words = htmlToWords(html.slice(anchor.from, Math.min(to, anchor.from + 500)))
    const { href, title, at } = anchor
    anchor = null
    if (at === 1 || looksLikeFeed(href)) add(href, title ?? words, at)
    // “RSS” alone beside an unlikely address: a page about the feeds as often as a feed.
    else if (words !== null && /^(?:rss|atom|xml|json)(?:[ -]feed)?$/i.test(words))
      add(href, title ?? words, 3)
  }
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (from, to) => {
        tag = html.slice(from, Math.min(to, from + 20)).toLowerCase()
        attributes = new Map()
        if (tag === 'a') closeAnchor(from - 1)
      },
      onattribname: (from, to) => {
        attributeName = html.slice(from, Math.min(to, from + 20)).toLowerCase()
        attributeValue = ''
      },
      onattribdata: (from, to) => {
        attributeValue += html.slice(from, Math.min(to, from + 10_000))
      },
      onattribend: () => {
        // The first of two attributes of one name counts (HTML Standard, 13.2.5.33).
        if (!attributes.has(attributeName) && attributes.size < 50) {
          attributes.set(attributeName, decodeHTMLAttribute(attributeValue))
        }
      },
      onopentagend: openTag,
      onselfclosingtag: openTag,
      onclosetag: (from, to) => {
        if (
          html
            .slice(from, Math.min(to, from + 2))
            .trim()
            .toLowerCase() === 'a'
        )
          closeAnchor(from - 2)
      },
      ontext: nothing,
      ontextentity: nothing,
      onattribentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  closeAnchor(html.length)
  return found
}

/** A page of links to feeds has a few hundred. */
const mostFound = 1000

const feedTypes: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json+feed',
  'application/x-rss+xml',
  'application/x.atom+xml',
  'text/rss+xml',
  'text/atom+xml',
  'text/rss',
])

// feed://selgradpost.example/rss is http, feed:https://… what stands behind the colon.
const toHttp = (href: string | undefined): string | null =>
  href
    ?.trim()
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://') ?? null

/** “/rss”, “/feed/”, “/world/rss.xml”, “/index.rdf”, “?format=feed”, “/feeds/posts/default”; not “/feedback” or “/how-to-use-rss”. */
function looksLikeFeed(href: string): boolean {
  const [path = '', query = ''] = href.slice(0, 2000).split('#', 1).join('').split('?', 2)
  return (
    /(?:^|\/)(?:rss|atom|feeds?|xml)(?:\/(?:rss2?|atom|rdf|all|news|posts\/default))?\/?$/i.test(path) ||
    /(?:^|\/)[\w.-]*(?:rss|atom|feed|index|news)[\w.-]*\.(?:xml|rss|atom|rdf|json)$/i.test(path) ||
    /\.(?:rss|atom|rdf)$/i.test(path) ||
    /(?:^|&)(?:feed|format|type|output)=(?:rss2?|atom|feed|rdf)\b/i.test(query)
  )
}

function isOfComments(url: string, title: string | null): boolean {
  return (
    /\/comments?(?:\/|[-_.]?(?:feed|rss))|[?&]feed=comments|\/feeds\/(?:\d+\/)?comments\//i.test(url) ||
    /\b(?:comments?|replies|kommentare|commentaires|comentarios|commenti|reacties|комментарии)\b/iu.test(
      title ?? '',
    )
  )
}

/** By the name alone: a sitemap is only known once it is read. */
function toKind(url: string): FoundFeed['kind'] {
  const path = new URL(url).pathname
  if (!/sitemap/i.test(path)) return 'feed'
  return /news/i.test(path) ? 'news-sitemap' : 'sitemap'
}

/** `Sitemap: https://selgradpost.example/sitemap-news.xml`, anywhere in robots.txt (RFC 9309 leaves it outside groups). */
function findInRobots(text: string, where: string): Ranked[] {
  return text.split('\n', 20_000).flatMap((line) => {
    const address = /^\s*site-?map\s*:\s*(\S+)/i.exec(line.slice(0, 3000))?.[1]
    const url = resolveAddress(address ?? null, where)
    if (url === null) return []
    const kind =
      toKind(url) === 'news-sitemap' || /news/i.test(new URL(url).pathname) ? 'news-sitemap' : 'sitemap'
    return [{ url, title: null, kind, rank: kind === 'news-sitemap' ? 0 : 1 }]
  })
}
