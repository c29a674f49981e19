import { cleanText } from './clean-text.ts'
import { resolveReferences } from './resolve-references.ts'

/** What a page's JSON-LD (schema.org) says about its article; names and dates as written. */
export interface JsonLdArticle {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly datePublished: string | null
  readonly url: string | null
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
  const pages = nodes.filter((node) => typesOf(node).some((type) => /^(?:WebPage|ItemPage)$/.test(type)))
  const described = articles.map((node) => toArticle(node, byId))
  const chosen = described.find(isThis) ?? described[0]
  if (chosen !== undefined) return chosen
  // A bare WebPage still dates the page.
  const page = pages.map((node) => toArticle(node, byId)).find(({ datePublished }) => datePublished !== null)
  return page ?? null
}

type Node = Readonly<Record<string, unknown>>

const articleType = /(?:Article|BlogPosting|^Report|SocialMediaPosting|LiveBlogPosting|^NewsReport)$/

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
  return {
    headline,
    authors: namesOf(node.author ?? node.creator, byId),
    publisher: namesOf(node.publisher ?? node.sourceOrganization, byId)[0] ?? null,
    datePublished: textOf(node.datePublished) ?? textOf(node.dateCreated),
    url:
      textOf(node.url) ??
      textOf(node.mainEntityOfPage) ??
      (isNode(node.mainEntityOfPage) ? textOf(node.mainEntityOfPage['@id']) : null),
  }
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  const values = Array.isArray(value) ? value.slice(0, 50) : [value]
  return values.flatMap((value) => {
    if (!isNode(value)) return textOf(value) ?? []
    const id = value['@id']
    const referred = typeof id === 'string' ? byId.get(id) : undefined
    return textOf(value.name) ?? (referred === undefined ? null : textOf(referred.name)) ?? []
  })
}

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  if (typeof first === 'number') return String(first)
  if (typeof first !== 'string') return null
  return cleanText(resolveReferences(first)) || null
}

const typesOf = (node: Node): string[] => {
  const type = node['@type']
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
