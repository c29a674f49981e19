import type { FeedEntry } from '../records/feed.ts'
import { type FeedText, fromGuess } from './feed-text.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { findLanguage } from './read-language.ts'
import { readPerson } from './read-person.ts'
import { type FeedPlace, mostEntries, type ReadFeed } from './read-rss.ts'
import { resolveAddress } from './resolve-address.ts'
import { escapeHtml, toOneLine } from './to-plain-words.ts'

/** JSON Feed 1 and 1.1 (jsonfeed.org); null when the value is none. Fields of a wrong type count as absent. */
export function readJsonFeed(value: unknown, { where, contentLanguage }: FeedPlace): ReadFeed | null {
  const feed = toFields(value)
  if (feed === null || !Array.isArray(feed.items)) return null
  const siteUrl = resolveAddress(toText(feed.home_page_url), where)
  const language = findLanguage(toText(feed.language), contentLanguage)
  const authors = findAuthors(feed)
  const entries = feed.items.slice(0, mostEntries).flatMap((item) => {
    const fields = toFields(item)
    return fields === null ? [] : [readItem(fields, { base: siteUrl ?? where, language, authors })]
  })
  return {
    format: 'json-feed',
    title: toOneLine(toText(feed.title) ?? ''),
    siteUrl,
    language,
    updatedAt: null,
    askAgainAfterSeconds: null,
    entries,
  }
}

type Fields = Readonly<Record<string, unknown>>

interface Surroundings {
  readonly base: string
  readonly language: string | null
  readonly authors: readonly string[]
}

function readItem(item: Fields, { base, language, authors }: Surroundings): FeedEntry {
  const own = findAuthors(item)
  const url = resolveAddress(toText(item.url), base)
  const tags = Array.isArray(item.tags) ? item.tags : []
  return {
    guid: toText(item.id),
    url: url ?? resolveAddress(toText(item.external_url), base),
    title: toOneLine(toText(item.title) ?? ''),
    publishedAt: parseFeedDate(toText(item.date_published)),
    updatedAt: parseFeedDate(toText(item.date_modified)),
    authors: own.length > 0 ? own : authors,
    summary: fromGuess(toText(item.summary) ?? '', null).toWords(),
    contentHtml: readContent(item, url ?? base).toHtml(),
    language: findLanguage(toText(item.language), language),
    categories: [...new Set(tags.map((tag) => toOneLine(toText(tag) ?? '')).filter((tag) => tag !== null))],
    source: null,
  }
}

function readContent(item: Fields, base: string): FeedText {
  const html = toText(item.content_html)
  if (html !== null) return fromGuess(html, base)
  return fromGuess(escapeHtml(toText(item.content_text) ?? ''), null)
}

function findAuthors(fields: Fields): string[] {
  // JSON Feed 1 has one author.
  const listed = Array.isArray(fields.authors) ? fields.authors : [fields.author]
  const names = listed.map((author) => readPerson(toText(toFields(author)?.name)))
  return [...new Set(names.filter((name) => name !== null))]
}

function toFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

/** Some feeds number their items. */
function toText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
