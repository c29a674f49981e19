/** The namespaces that a tag declares by prefix, '' for none, and those around it. */
export interface Scope {
  readonly declared: ReadonlyMap<string, Namespace>
  readonly parent: Scope | null
}

interface Namespace {
  readonly address: string
  /** The prefix that it goes by here; null when it is unknown. */
  readonly prefix: string | null
}

/** What stands around the root: the `xml:` that needs no declaration. */
export const outermostScope: Scope = {
  declared: new Map([['xml', { address: 'http://www.w3.org/xml/1998/namespace', prefix: 'xml' }]]),
  parent: null,
}

function toNamespace(written: string): Namespace {
  const address = written.trim().toLowerCase().replace(/[/#]$/, '')
  if (address === '' || isOfRss.test(address)) return { address, prefix: '' }
  return { address, prefix: knownNamespaces.get(address) ?? null }
}

// RSS has had many addresses, and sitemaps two: "http://backend.userland.com/rss2", "http://blogs.law.harvard.edu/tech/rss".
const isOfRss =
  /^https?:\/\/(?:backend\.userland\.com|(?:blogs|cyber)\.(?:law\.)?harvard\.edu|my\.netscape\.com|channel\.netscape\.com)\/|^https?:\/\/(?:www\.)?(?:sitemaps\.org|google\.com)\/schemas\/sitemap\/0/

/** The scope within a tag of these attributes. */
export function declareNamespaces(attributes: readonly (readonly [string, string])[], parent: Scope): Scope {
  const declared = new Map<string, Namespace>()
  for (const [name, value] of attributes) {
    if (name === 'xmlns') declared.set('', toNamespace(value))
    else if (name.startsWith('xmlns:')) declared.set(name.slice(6), toNamespace(value))
  }
  return declared.size === 0 ? parent : { declared, parent }
}

function findNamespace(prefix: string, from: Scope): Namespace | null {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
    const namespace = scope.declared.get(prefix)
    if (namespace !== undefined) return namespace
  }
  return null
}

/**
 * An element’s name as {@link XmlElement} has it, its local name as written, and whether its prefix is declared.
 *
 * An unknown namespace gives a name that nothing asks for: “?dc:title”.
 */
export function toElementName(written: string, scope: Scope, isRoot: boolean) {
  const colon = written.indexOf(':')
  const prefix = colon === -1 ? '' : written.slice(0, colon).toLowerCase()
  const tag = written.slice(colon + 1)
  const local = tag.toLowerCase()
  const namespace = findNamespace(colon === -1 ? '' : written.slice(0, colon), scope)
  if (namespace === null) {
    return { name: prefix === '' ? local : `${prefix}:${local}`, tag, isDeclared: prefix === '' }
  }
  const isOwn = isRoot || (prefix === '' && isRootNamespace(namespace, scope))
  // A feed may put its own elements into a namespace of its own making, but not into the one of a single element.
  const known = namespace.prefix ?? (isOwn ? '' : `?${prefix}`)
  return { name: known === '' ? local : `${known}:${local}`, tag, isDeclared: true }
}

function isRootNamespace({ address }: Namespace, from: Scope): boolean {
  let outermost = from
  while (outermost.parent?.parent != null) outermost = outermost.parent
  return outermost.declared.get('')?.address === address
}

/** By address, lower case, without the slash or hash at its end; the names of {@link XmlElement}. */
const knownNamespaces: ReadonlyMap<string, string> = new Map([
  ['http://purl.org/rss/1.0', ''],
  ['http://purl.org/net/rss1.1', ''],
  ['http://www.w3.org/2005/atom', 'atom'],
  ['https://www.w3.org/2005/atom', 'atom'],
  ['http://purl.org/atom/ns', 'atom'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://www.google.com/schemas/sitemap-news/0.9', 'news'],
  ['http://www.google.com/schemas/sitemap-image/1.1', 'image'],
  ['http://www.google.com/schemas/sitemap-video/1.1', 'video'],
])
