import type { FeedEntry } from '../records/feed.ts'
import { type FeedText, noText, readAtomText } from './feed-text.ts'
import { findLanguage } from './read-language.ts'
import { readPerson } from './read-person.ts'
import { type FeedPlace, findDate, findInterval, mostEntries, type ReadFeed } from './read-rss.ts'
import { resolveAddress } from './resolve-address.ts'
import { findChildren, getAttribute, getChild, getOwnText, type XmlElement } from './xml-element.ts'

/** Atom 1.0 (RFC 4287) and 0.3. What an entry does not say of its author, its source and then the feed says. */
export function readAtom(root: XmlElement, { where, contentLanguage }: FeedPlace): ReadFeed {
  const siteUrl = findLink(root, 'alternate', where)
  const authors = findAuthors(root)
  const language = findLanguage(root.language, textOf(root, 'dc:language'), contentLanguage)
  const entries =
    root.name === 'atom:entry' || root.name === 'entry'
      ? [root]
      : findChildren(root, 'atom:entry', 'entry', 'item')
  return {
    format: 'atom',
    title: textsOf(root, where, 'title', 'dc:title').toWords(),
    siteUrl,
    language,
    updatedAt: findDate(root, ...both('updated', 'modified'), 'dc:date'),
    askAgainAfterSeconds: findInterval(root),
    entries: entries.slice(0, mostEntries).map((entry) => readEntry(entry, { where, authors, language })),
  }
}

interface Surroundings {
  readonly where: string
  readonly authors: readonly string[]
  readonly language: string | null
}

function readEntry(entry: XmlElement, { where, authors, language }: Surroundings): FeedEntry {
  const source = getAtomChild(entry, 'source')
  const content = getAtomChild(entry, 'content')
  const summary = textsOf(entry, where, 'summary', 'dc:description', 'media:description')
  const own = findAuthors(entry)
  const ofSource = source === null ? [] : findAuthors(source)
  return {
    guid: textOf(entry, 'id') ?? textOf(entry, 'guid'),
    url: resolveAddress(textOf(entry, 'feedburner:origlink'), null) ?? findLink(entry, 'alternate', where),
    title: textsOf(entry, where, 'title', 'dc:title', 'media:title').toWords(),
    publishedAt: findDate(
      entry,
      ...both('published', 'issued', 'created'),
      'pubdate',
      'dcterms:issued',
      'dc:date',
    ),
    updatedAt: findDate(entry, ...both('updated', 'modified'), 'dcterms:modified'),
    authors: own.length > 0 ? own : ofSource.length > 0 ? ofSource : authors,
    summary: summary.toWords(),
    contentHtml: readAtomText(content, content?.base ?? where).toHtml(),
    language: findLanguage(
      textOf(entry, 'dc:language'),
      content?.language,
      getAtomChild(entry, 'summary')?.language,
      getAtomChild(entry, 'title')?.language,
      entry.language,
      language,
    ),
    categories: findCategories(entry),
    source: source === null ? null : readSource(source, where),
  }
}

const both = (...names: readonly string[]): string[] => names.flatMap((name) => [`atom:${name}`, name])

/** Atom elements of a feed that forgot the namespace count too. */
const getAtomChild = (holder: XmlElement, name: string): XmlElement | null =>
  name.includes(':') ? getChild(holder, name) : getChild(holder, `atom:${name}`, name)

function textOf(holder: XmlElement, name: string): string | null {
  const child = getAtomChild(holder, name)
  return child === null ? null : getOwnText(child)
}

/** The first of these that says something. */
function textsOf(holder: XmlElement, where: string, ...names: readonly string[]): FeedText {
  for (const name of names) {
    const child = getAtomChild(holder, name)
    const text = readAtomText(child, child?.base ?? where)
    if (text.toWords() !== null) return text
  }
  return noText
}

function findAuthors(holder: XmlElement): string[] {
  const people = findChildren(holder, 'atom:author', 'author').map(
    (author) => readPerson(textOf(author, 'name')) ?? readPerson(getOwnText(author)),
  )
  const names = people.some((name) => name !== null)
    ? people
    : findChildren(holder, 'dc:creator', 'dc:author').map((author) => readPerson(getOwnText(author)))
  return [...new Set(names.filter((name) => name !== null))]
}

/** The label is for people (RFC 4287, 4.2.2.3); the term stands in where there is none. */
function findCategories(entry: XmlElement): string[] {
  const words = [
    ...findChildren(entry, 'atom:category', 'category').map(
      (category) => getAttribute(category, 'label') || getAttribute(category, 'term') || getOwnText(category),
    ),
    ...findChildren(entry, 'dc:subject').map(getOwnText),
  ]
  return [...new Set(words.filter((word) => word !== null))]
}

function readSource(source: XmlElement, where: string): FeedEntry['source'] {
  const title = textsOf(source, where, 'title').toWords() ?? getOwnText(source)
  const id = textOf(source, 'id')
  const url =
    findLink(source, 'self', where) ??
    findLink(source, 'alternate', where) ??
    (id !== null && /^https?:/i.test(id) ? resolveAddress(id, null) : null) ??
    resolveAddress(getAttribute(source, 'url'), source.base ?? where)
  return title === null && url === null ? null : { title, url }
}

/** The link of a relation, a web page before other kinds of document. */
function findLink(holder: XmlElement, rel: string, where: string): string | null {
  const links = findChildren(holder, 'atom:link', 'link').filter(
    (link) => (getAttribute(link, 'rel') || 'alternate').toLowerCase().split(/[/#]/).at(-1) === rel,
  )
  const pages = links.filter((link) =>
    /^(?:text\/html|application\/xhtml\+xml)?$/.test(getAttribute(link, 'type') ?? ''),
  )
  for (const link of [...pages, ...links]) {
    const url = resolveAddress(getAttribute(link, 'href') ?? getOwnText(link), link.base ?? where)
    if (url !== null) return url
  }
  return null
}
