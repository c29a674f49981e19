/**
 * What other libraries make of a feed, in the shape of our record as far as they give it; both get UTF-8 text and
 * decode nothing themselves. Their words and markup are compared as generously as ours.
 */
import { parseFeed } from 'feedsmith'
import Parser from 'rss-parser'

export const peers = {
  feedsmith: async (document) => fromFeedsmith(parseFeed(toText(document))),
  'rss-parser': async (document) => fromRssParser(await new Parser().parseString(toText(document))),
}

const toText = ({ bytes }) => new TextDecoder().decode(bytes)

const words = (text) => (text && typeof text === 'object' ? text.value : text) ?? null
const namesOf = (people = []) => people.map((person) => words(person?.name ?? person)).filter(Boolean)

function fromFeedsmith({ format, feed }) {
  const alternate = (links = []) =>
    (links.find(({ rel }) => (rel ?? 'alternate') === 'alternate') ?? links[0])?.href ?? null
  const language = feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null
  return {
    format,
    charset: 'utf-8',
    title: words(feed.title) ?? feed.dc?.titles?.[0] ?? null,
    siteUrl: feed.link ?? feed.home_page_url ?? alternate(feed.links ?? feed.atom?.links),
    language,
    updatedAt: feed.lastBuildDate ?? feed.updated ?? feed.dc?.dates?.[0] ?? feed.pubDate ?? null,
    askAgainAfterSeconds: feed.ttl === undefined ? null : feed.ttl * 60,
    remarks: [],
    entries: (feed.items ?? feed.entries ?? []).map((entry) => ({
      guid: entry.guid?.value ?? entry.id ?? entry.rdf?.about ?? null,
      url:
        entry.link ?? entry.url ?? alternate(entry.links ?? entry.atom?.links) ?? entry.guid?.value ?? null,
      title: words(entry.title) ?? entry.dc?.titles?.[0] ?? null,
      publishedAt:
        entry.pubDate ??
        entry.published ??
        entry.date_published ??
        entry.dc?.dates?.[0] ??
        entry.atom?.published ??
        null,
      updatedAt:
        entry.updated ?? entry.date_modified ?? entry.atom?.updated ?? entry.dcterms?.modified?.[0] ?? null,
      authors: [...namesOf(entry.authors), ...(entry.dc?.creators ?? [])],
      summary: words(entry.description ?? entry.summary) ?? entry.dc?.descriptions?.[0] ?? null,
      contentHtml: words(entry.content?.encoded ?? entry.content ?? entry.content_html) ?? null,
      language: entry.xml?.lang ?? entry.dc?.languages?.[0] ?? language,
      categories: [
        ...(entry.categories ?? []).map((category) => category.label ?? category.term ?? category.name),
        ...(entry.tags ?? []),
        ...(entry.dc?.subjects ?? []),
      ],
      source: entry.source
        ? { title: words(entry.source.title), url: entry.source.url ?? alternate(entry.source.links) }
        : null,
    })),
  }
}

function fromRssParser(feed) {
  return {
    format: null,
    charset: 'utf-8',
    title: feed.title ?? null,
    siteUrl: feed.link ?? null,
    language: feed.language ?? null,
    updatedAt: feed.lastBuildDate ?? feed.pubDate ?? null,
    askAgainAfterSeconds: feed.ttl === undefined ? null : Number(feed.ttl) * 60,
    remarks: [],
    entries: (feed.items ?? []).map((item) => ({
      guid: item.guid ?? item.id ?? null,
      url: item.link ?? item.guid ?? null,
      title: item.title ?? null,
      publishedAt: item.isoDate ?? item.pubDate ?? item.date ?? null,
      updatedAt: null,
      authors: [item.creator ?? item.author].flat().filter(Boolean),
      summary: item.summary ?? item.content ?? null,
      contentHtml: item['content:encoded'] ?? item.content ?? null,
      language: feed.language ?? null,
      categories: (item.categories ?? []).map((category) =>
        typeof category === 'string' ? category : (category._ ?? category.$?.term),
      ),
      source: null,
    })),
  }
}
