/**
 * What the extractor needs of a DOM node; linkedom's own types need the browser's, which would let browser
 * globals type-check all over a server program.
 */
export interface PageNode {
  readonly nodeType: number
  readonly parentNode: PageElement | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly textContent: string
  remove(): void
}

/** An element of a parsed page; `localName` is lower-case. */
export interface PageElement extends PageNode {
  readonly localName: string
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  setAttribute(name: string, value: string): void
  getAttributeNames(): string[]
  querySelectorAll(selector: string): Iterable<PageElement>
  appendChild(node: PageNode): void
  replaceChild(node: PageNode, replaced: PageNode): void
}

/** A parsed page, as far as the extractor needs it. */
export interface PageDocument {
  readonly documentElement: PageElement
  readonly head: PageElement
  readonly body: PageElement
  createElement(name: string): PageElement
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1

export const isTextNode = (node: PageNode): boolean => node.nodeType === 3

/**
 * A page in parts: what it says about itself, and its visible body.
 *
 * The document holds no scripts, styles, embedded objects or hidden elements any more; `title`, `meta` and
 * `link` stand in its head.
 */
export interface Page {
  readonly document: PageDocument
  /** Contents by name, property or itemprop in lower case, in order of the page; never empty lists. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  /** The first `<title>`. */
  readonly titleElement: string | null
  /** `<link rel=canonical>`, as written. */
  readonly canonical: string | null
  /** `<link rel=license>`, as written. */
  readonly licence: string | null
  /** `<base href>`, as written. */
  readonly base: string | null
  /** `<html lang>` or what stands in for it, as written. */
  readonly language: string | null
  /** Classes that the page's own style sheet does not show. */
  readonly hiddenClasses: ReadonlySet<string>
  /** Contents of `<script type="application/ld+json">`, unparsed. */
  readonly jsonLd: readonly string[]
  /** Contents of the scripts, JSON-LD among them, but for short ones that are code. */
  readonly scripts: readonly string[]
  /** The address a browser wrote into the page when it saved it. */
  readonly savedFrom: string | null
}
