import { cleanText } from './clean-text.ts'
import { resolveReferences } from './resolve-references.ts'

/** What a page's JSON-LD (schema.org) says about its article; names and dates as written. */
export interface JsonLdArticle {
  readonly headline: string | null
  readonly authors: readonly JsonLdAuthor[]
  readonly publisher: string | null
  readonly datePublished: string | null
  readonly dateModified: string | null
  /** The day of what else the data describe: a recipe, an episode, a video on the page. */
  readonly dateOfOther: string | null
  readonly url: string | null
  /** Address or name of the licence of the text. */
  readonly licence: string | null
  readonly images: readonly JsonLdImage[]
}

/** One author as the page’s data name it. */
export interface JsonLdAuthor {
  readonly name: string
  /** Said to be an organisation; that one is said to be a person proves nothing: “Person: Reuters” is common. */
  readonly isOrganization: boolean
}

export interface JsonLdImage {
  readonly url: string
  readonly caption: string | null
  readonly credit: string | null
}

/**
 * Reads the article out of a page's JSON-LD scripts; null when none describes one.
 *
 * Of several articles the one that `isThis` recognises is taken (related stories are described, too), else the
 * first. Scripts that are no JSON are passed over.
 */
export function parseJsonLd(
  scripts: readonly string[],
  isThis: (article: JsonLdArticle) => boolean,
): JsonLdArticle | null {
  const nodes = scripts.flatMap(findNodes)
  const byId = new Map(
    nodes.flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])),
  )
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)))
  const described = articles.map((node) => toArticle(node, byId))
  const chosen = described.find(isThis) ?? described[0]
  const dated = (kind: RegExp) =>
    nodes
      .filter((node) => typesOf(node).some((type) => kind.test(type)))
      .map((node) => toArticle(node, byId))
      .find(({ datePublished }) => datePublished !== null)
  // A bare WebPage still dates the page.
  const page = dated(pageType)
  const other = dated(otherType)
  if (chosen === undefined) {
    if (page !== undefined) return { ...page, dateOfOther: other?.datePublished ?? null }
    return other === undefined
      ? null
      : { ...other, datePublished: null, dateModified: null, dateOfOther: other.datePublished }
  }
  return {
    ...chosen,
    datePublished: chosen.datePublished ?? page?.datePublished ?? null,
    dateOfOther: other?.datePublished ?? null,
  }
}

type Node = Readonly<Record<string, unknown>>

const articleType = /(?:Article|BlogPosting|^Report|SocialMediaPosting|LiveBlogPosting|^NewsReport)$/

const pageType = /^(?:WebPage|ItemPage|AboutPage|QAPage|MedicalWebPage)$/

const otherType =
  /^(?:Recipe|HowTo|CreativeWork|Question|DiscussionForumPosting|VideoObject|AudioObject|Movie|Book|\w*Episode)$/

/** Nodes looked at in one page; a site's whole catalogue is no description of this article. */
const mostNodes = 2_000

function findNodes(script: string): Node[] {
  const root = parse(script)
  const nodes: Node[] = []
  const queue: unknown[] = [root]
  for (let i = 0; i < queue.length && i < mostNodes; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, mostNodes))
    else if (isNode(value)) {
      nodes.push(value)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'isPartOf', 'about']) {
        if (typeof value[key] === 'object') queue.push(value[key])
      }
    }
  }
  return nodes
}

function parse(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:\/\/)?\s*(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/)?\s*(?:\]\]>|-->)\s*;?\s*$/, '')
  for (const attempt of [
    bare,
    // Line breaks inside strings and a trailing comma or semicolon, the usual slips of templates.
    bare
      .replace(/[\n\r\t]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return null
}

function toArticle(node: Node, byId: ReadonlyMap<string, Node>): JsonLdArticle {
  const headline = textOf(node.headline) ?? textOf(node.name)
  const authors = authorsOf(node.author, byId)
  return {
    headline,
    authors: authors.length > 0 ? authors : authorsOf(node.creator, byId),
    publisher: authorsOf(node.publisher ?? node.sourceOrganization, byId)[0]?.name ?? null,
    datePublished: textOf(node.datePublished) ?? textOf(node.dateCreated) ?? textOf(node.uploadDate),
    dateModified: textOf(node.dateModified),
    dateOfOther: null,
    licence: textOf(node.license) ?? (isNode(node.license) ? urlOf(node.license) : null),
    images: asList(node.image).flatMap((image) => toImage(image, byId)),
    url:
      textOf(node.url) ??
      textOf(node.mainEntityOfPage) ??
      (isNode(node.mainEntityOfPage) ? textOf(node.mainEntityOfPage['@id']) : null),
  }
}

function authorsOf(value: unknown, byId: ReadonlyMap<string, Node>): JsonLdAuthor[] {
  return asList(value).flatMap((value) => {
    const node = resolve(value, byId)
    if (!isNode(node)) {
      const name = textOf(node)
      return name === null ? [] : [{ name, isOrganization: false }]
    }
    const isOrganization = typesOf(node).some((type) => /Organization$|^Corporation$/.test(type))
    const whole = [textOf(node.givenName), textOf(node.familyName)].filter((part) => part !== null).join(' ')
    // "name": ["Jane Doe", "John Roe"]
    const names = asList(node.name).flatMap((name) => textOf(name) ?? [])
    return (names.length > 0 ? names : whole === '' ? [] : [whole]).map((name) => ({ name, isOrganization }))
  })
}

function toImage(value: unknown, byId: ReadonlyMap<string, Node>): JsonLdImage[] {
  const node = resolve(value, byId)
  if (!isNode(node)) {
    const url = textOf(node)
    return url === null ? [] : [{ url, caption: null, credit: null }]
  }
  const url = urlOf(node)
  if (url === null) return []
  const credit = textOf(node.creditText) ?? authorsOf(node.creator ?? node.author, byId)[0]?.name ?? null
  return [{ url, caption: textOf(node.caption), credit: credit ?? textOf(node.copyrightNotice) }]
}

const urlOf = (node: Node): string | null =>
  textOf(node.contentUrl) ?? textOf(node.url) ?? textOf(node['@id'])

/** What a bare `{"@id": ...}` stands for. */
function resolve(value: unknown, byId: ReadonlyMap<string, Node>): unknown {
  if (!isNode(value) || value.name !== undefined || value.url !== undefined) return value
  const id = value['@id']
  return typeof id === 'string' ? (byId.get(id) ?? value) : value
}

const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.flat().slice(0, 50) : value === undefined || value === null ? [] : [value]

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first === 'number') return String(first)
  // {"@value": "Bridge closed", "@language": "en"}
  if (isNode(first) && typeof first['@value'] === 'string') return textOf(first['@value'])
  if (typeof first !== 'string') return null
  return cleanText(resolveReferences(first)) || null
}

const typesOf = (node: Node): string[] => {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
