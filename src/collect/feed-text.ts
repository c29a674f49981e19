import { replaceControls } from './replace-controls.ts'
import { resolveLinks } from './resolve-links.ts'
import { escapeHtml, htmlToWords, looksLikeHtml, toOneLine } from './to-plain-words.ts'
import { getAttribute, type XmlElement } from './xml-element.ts'

/** What an element of a feed says. Each is made when it is asked for: the whole text of an article has no use for one. */
export interface FeedText {
  /** As plain words on one line; null when it shows none. */
  readonly toWords: () => string | null
  /** As HTML whose links are absolute; null when there is nothing. */
  readonly toHtml: () => string | null
}

/** What an element says that is not there. */
export const noText: FeedText = { toWords: () => null, toHtml: () => null }

/**
 * The text of an element of RSS, which never says whether it is HTML: it is when it looks like it.
 *
 * Markup that stands naked in the feed is taken as it is meant.
 */
export function readRssText(element: XmlElement | null, base: string | null): FeedText {
  if (element === null) return noText
  return fromGuess(hasElements(element) ? serialise(element) : joinText(element), base)
}

/** HTML or plain text, whichever it looks like. */
export function fromGuess(text: string, base: string | null): FeedText {
  return looksLikeHtml(text) ? fromHtml(text, base) : fromPlainText(text)
}

/** The text of an element of Atom 1.0 (RFC 4287, 3.1 and 4.1.3) or 0.3 (`mode`); null where it stands elsewhere. */
export function readAtomText(element: XmlElement | null, base: string | null): FeedText {
  if (element === null) return noText
  const type = getAttribute(element, 'type')?.toLowerCase().split(';')[0]?.trim() ?? ''
  const mode = getAttribute(element, 'mode')?.toLowerCase() ?? ''
  const text = joinText(element)
  if (mode === 'base64' || type === 'application/octet-stream') {
    const decoded = decodeBase64(text)
    return decoded === null ? noText : fromGuess(decoded, base)
  }
  if (hasElements(element)) {
    const wrapped = unwrap(element)
    // `<content type="html"><div>The &lt;b&gt;bridge…`: what calls itself HTML is escaped within, too.
    if (type === 'html' && !hasElements(wrapped)) return fromHtml(joinText(wrapped), base)
    const html = serialise(wrapped)
    return type === 'text' || type === 'text/plain'
      ? fromPlainText(htmlToWords(html) ?? '')
      : fromHtml(html, base)
  }
  // Of Atom 0.3: markup in the text would stand there as elements.
  if (mode === 'xml' && !/html/.test(type)) return fromPlainText(text)
  // A picture or a film in base64.
  if (/^(?:image|audio|video)\//.test(type)) return noText
  return /html|xml/.test(type) ? fromHtml(text, base) : fromPlainText(text)
}

const hasElements = (element: XmlElement): boolean =>
  element.children.some((child) => typeof child !== 'string')

const joinText = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('')

/** The one `div` that XHTML stands in, which is no part of it (RFC 4287, 3.1.1.3); else the element itself. */
function unwrap(element: XmlElement): XmlElement {
  const [only, ...others] = element.children.filter(
    (child) => typeof child !== 'string' || child.trim() !== '',
  )
  return typeof only === 'object' && others.length === 0 && only.tag.toLowerCase() === 'div' ? only : element
}

function fromHtml(html: string, base: string | null): FeedText {
  if (html.trim() === '') return noText
  return { toWords: () => htmlToWords(html), toHtml: () => resolveLinks(toStorable(html.trim()), base) }
}

function fromPlainText(text: string): FeedText {
  if (text.trim() === '') return noText
  return { toWords: () => toOneLine(text), toHtml: () => escapeHtml(toStorable(text.trim())) }
}

// What JSON and databases cannot hold, which references such as &#1; smuggle in.
const toStorable = (text: string): string => replaceControls(text, ' ')

function decodeBase64(text: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'base64'))
  } catch {
    return null
  }
}

/** What stands within an element, as HTML; its own prefix for XHTML is gone, since HTML has none. */
function serialise(element: XmlElement): string {
  const parts: string[] = []
  const write = (node: XmlElement): void => {
    for (const child of node.children) {
      if (typeof child === 'string') {
        parts.push(escapeHtml(child))
        continue
      }
      const attributes = child.attributes.filter(([name]) => !name.startsWith('xmlns') && name !== 'xml:base')
      parts.push(
        '<',
        child.tag,
        ...attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`),
        '>',
      )
      if (childless.has(child.tag.toLowerCase()) && child.children.length === 0) continue
      write(child)
      parts.push('</', child.tag, '>')
    }
  }
  // The depth of the tree is bounded, so that this recursion is too.
  write(element)
  return parts.join('')
}

const escapeAttribute = (value: string): string => escapeHtml(value).replaceAll('"', '&quot;')

const childless: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
