import { cleanText } from './clean-text.ts'
import { findHiddenClasses } from './find-hidden-classes.ts'
import { isElement, type Page, type PageDocument, type PageElement, type PageNode } from './page.ts'
import { resolveReferences } from './resolve-references.ts'
import { tameMarkup } from './tame-markup.ts'

/** Parses HTML of any quality; linear in its size. Loads linkedom on first use: its one bundled file, in a quarter of the time of its 122 modules. */
export async function parsePage(html: string): Promise<Page> {
  const { parseHTML } = await import('linkedom/worker')
  const document: PageDocument = parseHTML(tameMarkup(html)).document
  const metas = new Map<string, string[]>()
  const jsonLd: string[] = []
  const styles: string[] = []
  const scripts: string[] = []
  let titleElement: string | null = null
  let canonical: string | null = null
  let base: string | null = null
  let licence: string | null = null

  for (let node: PageNode | null = document.body; node !== null; ) {
    if (!isElement(node)) {
      node = next(node, document.body)
      continue
    }
    const element = node
    const name = element.localName
    const isData = name === 'script' && /^application\/ld\+json/i.test(element.getAttribute('type') ?? '')
    if (isData) jsonLd.push(element.textContent)
    if (name === 'script') scripts.push(element.textContent)
    if (name === 'style') styles.push(element.textContent)
    if (neverVisible.has(name) || (name !== 'body' && isHidden(element))) {
      node = next(element, document.body, true)
      element.remove()
      continue
    }
    if (name === 'meta') addMeta(metas, element)
    else if (name === 'title') titleElement ??= cleanText(element.textContent.slice(0, longestValue)) || null
    else if (name === 'base') base ??= element.getAttribute('href')
    else if (name === 'link') {
      const rel = element.getAttribute('rel') ?? ''
      if (/(?:^|\s)canonical(?:\s|$)/i.test(rel)) canonical ??= element.getAttribute('href')
      if (/(?:^|\s)license(?:\s|$)/i.test(rel)) licence ??= element.getAttribute('href')
    }
    const isHeadElement = name === 'meta' || name === 'title' || name === 'base' || name === 'link'
    node = next(element, document.body, isHeadElement)
    if (isHeadElement) document.head.appendChild(element)
  }
  const { documentElement } = document
  return {
    document,
    metas,
    titleElement,
    canonical,
    licence,
    base,
    jsonLd,
    scripts,
    hiddenClasses: findHiddenClasses(styles),
    language:
      documentElement.getAttribute('lang') ??
      documentElement.getAttribute('xml:lang') ??
      document.body.getAttribute('lang') ??
      metas.get('content-language')?.[0] ??
      null,
    savedFrom:
      /<!--\s*saved from url=(?:\(\d+\))?(https?:\/\/\S+)\s*-->/i.exec(html.slice(0, 4096))?.[1] ?? null,
  }
}

/** Longer titles and descriptions are not written for readers. */
const longestValue = 4_000

/** The node after this one in the order of the page, within `root`; past its children when they are to be skipped. */
function next(node: PageNode, root: PageNode, skipChildren = false): PageNode | null {
  if (!skipChildren && node.firstChild !== null) return node.firstChild
  for (let up: PageNode | null = node; up !== null && up !== root; up = up.parentNode) {
    if (up.nextSibling !== null) return up.nextSibling
  }
  return null
}

const neverVisible = new Set(
  (
    'script style noscript template svg iframe object embed applet canvas audio video map datalist ' +
    'noembed noframes frameset xmp'
  ).split(' '),
)

// What a stylesheet hides cannot be known from the page alone.
function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden')) return true
  if (element.localName === 'dialog' && !element.hasAttribute('open')) return true
  const style = element.getAttribute('style')
  return style !== null && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

function addMeta(metas: Map<string, string[]>, element: PageElement): void {
  const content = cleanText(resolveReferences((element.getAttribute('content') ?? '').slice(0, longestValue)))
  if (content === '') return
  for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = element.getAttribute(attribute)?.trim().toLowerCase()
    if (name === undefined || name === '') continue
    const contents = metas.get(name)
    if (contents === undefined) metas.set(name, [content])
    else contents.push(content)
  }
}
