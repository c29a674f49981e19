import { classifyRegion, type DropReason } from './classify-region.ts'
import { cleanText } from './clean-text.ts'
import { numberAttribute } from './find-blocks.ts'
import { isElement, type PageElement, type PageNode } from './page.ts'

/** Something a page marks in its body, and where. */
export interface Mark {
  /** Number of its element, as `findBlocks` counts. */
  readonly element: number
  /** What the parts of the page around it are called, from the inside out. */
  readonly regions: readonly DropReason[]
}

/** An `<img>` and what stands around it; addresses as the page writes them. */
export interface PictureMark extends Mark {
  readonly addresses: readonly string[]
  readonly alt: string | null
  /** Class names and ids of the picture and what is close around it. */
  readonly names: string
  /** As its attributes say, in pixels; null where they do not. */
  readonly width: number | null
  readonly height: number | null
  readonly caption: string | null
  /** What the figure marks as a credit. */
  readonly credit: string | null
  readonly isInFigure: boolean
}

/** A name that the page marks as an author’s (`rel=author`, `itemprop=author`). */
export interface AuthorMark extends Mark {
  readonly name: string
}

/** What the body of a page marks beside its text. */
export interface Marks {
  readonly pictures: readonly PictureMark[]
  readonly authors: readonly AuthorMark[]
  /** Addresses of licences, in order: `rel=license`, and links to Creative Commons' deeds. */
  readonly licences: readonly (Mark & { readonly url: string })[]
}

/** More of a kind on one page are a gallery or a list. */
const most = 300

/** Collects what a body marks; after `findBlocks`, which numbers its elements. Linear in the size of the page. */
export function findMarks(body: PageElement): Marks {
  const pictures: PictureMark[] = []
  const authors: AuthorMark[] = []
  const licences: (Mark & { url: string })[] = []
  const regions = openRegions(body)
  for (let node: PageNode | null = body.firstChild; node !== null; node = next(node, body)) {
    if (!isElement(node)) continue
    const name = node.localName
    if ((name === 'img' || name === 'amp-img') && pictures.length < most) {
      pictures.push({ ...markOf(node, regions), ...readPicture(node) })
    } else if (name === 'a' && licences.length < most) {
      const href = node.getAttribute('href') ?? ''
      if (hasToken(node.getAttribute('rel'), 'license') || licenceAddress.test(href))
        licences.push({ ...markOf(node, regions), url: href })
    }
    if (authors.length < most && isAuthor(node) && !isInAuthor(node)) {
      for (const name of namesIn(node)) authors.push({ ...markOf(node, regions), name })
    }
  }
  return { pictures, authors, licences }
}

/** The deeds and legal codes of Creative Commons. */
export const licenceAddress = /^(?:https?:)?\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/./i

const hasToken = (value: string | null, token: string): boolean =>
  value?.toLowerCase().split(/\s+/).includes(token) ?? false

function markOf(element: PageElement, regions: (element: PageElement) => readonly DropReason[]): Mark {
  const numbered = element.getAttributeNames().find((name) => name.startsWith(numberAttribute))
  return { element: Number(numbered?.slice(numberAttribute.length) ?? 0), regions: regions(element) }
}

/** Reads the regions around an element, each element asked once. */
function openRegions(body: PageElement) {
  const known = new Map<PageElement, readonly DropReason[]>()
  return (element: PageElement): readonly DropReason[] => {
    const path: PageElement[] = []
    let up: PageElement | null = element
    for (; up !== null && up !== body && !known.has(up); up = up.parentNode) path.push(up)
    let reasons: readonly DropReason[] = up === null ? [] : (known.get(up) ?? [])
    for (const part of path.reverse()) {
      const reason = classifyRegion(part)?.reason
      if (reason !== undefined && !reasons.includes(reason)) reasons = [reason, ...reasons]
      known.set(part, reasons)
    }
    return reasons
  }
}

function isAuthor(element: PageElement): boolean {
  if (hasToken(element.getAttribute('rel'), 'author')) return true
  if (/^(?:author|creator)$/i.test(element.getAttribute('itemprop')?.trim() ?? '')) return true
  return nameClass.test(element.getAttribute('class') ?? '')
}

/** A link to the author in what is marked as the author's name says it again. */
function isInAuthor(element: PageElement): boolean {
  let up = element.parentNode
  for (let i = 0; up !== null && isElement(up) && i < 4; i++, up = up.parentNode)
    if (isAuthor(up)) return true
  return false
}

/** Class names that designs give to an author's name and to nothing else; `fn` is hCard's. */
const nameClass =
  /(?:^|\s)(?:authors?[-_]{0,2}name|byline[-_]{0,2}(?:author|name)|author\s(?:.*\s)?fn|fn\s(?:.*\s)?author)(?:\s|$)/i

/** The name itself where the markup sets it apart from a picture and a role. */
function namesIn(element: PageElement): string[] {
  const content = element.getAttribute('content')
  if (content !== null) return [cleanText(content.slice(0, longestName))]
  const named: string[] = []
  for (const part of element.querySelectorAll('[itemprop=name]')) {
    named.push(cleanText((part.getAttribute('content') ?? part.textContent).slice(0, longestName)))
    if (named.length >= 20) break
  }
  if (named.length > 0) return named
  const text = cleanText(element.textContent.slice(0, longestName))
  return text === '' ? [] : [text]
}

const longestName = 200

function readPicture(element: PageElement): Omit<PictureMark, keyof Mark> {
  const attribute = (name: string) => element.getAttribute(name)
  const addresses = ['src', 'data-src', 'data-original', 'data-lazy-src', 'data-url', 'data-image']
    .flatMap((name) => attribute(name) ?? [])
    .concat(['srcset', 'data-srcset'].flatMap((name) => largestIn(attribute(name))))
  const { parentNode } = element
  if (parentNode !== null && parentNode.localName === 'picture') {
    for (let child = parentNode.firstChild; child !== null; child = child.nextSibling) {
      if (!isElement(child) || child.localName !== 'source') continue
      addresses.push(...largestIn(child.getAttribute('srcset') ?? child.getAttribute('data-srcset')))
    }
  }
  const figure = figureAround(element)
  const around = [element, parentNode, parentNode?.parentNode ?? null]
  return {
    addresses: addresses.map((address) => address.trim()).filter((address) => address !== ''),
    alt: cleanText((attribute('alt') ?? '').slice(0, 1_000)) || null,
    names: around
      .map((part) => `${part?.getAttribute('class') ?? ''} ${part?.getAttribute('id') ?? ''}`)
      .join(' '),
    width: toPixels(attribute('width')),
    height: toPixels(attribute('height')),
    isInFigure: figure !== null,
    ...readCaption(figure),
  }
}

const toPixels = (value: string | null): number | null => {
  const match = /^\s*(\d{1,5})(?:px)?\s*$/.exec(value ?? '')
  return match === null ? null : Number(match[1])
}

/** The widest of a `srcset`: “a.jpg 300w, b.jpg 900w”. */
function largestIn(srcset: string | null): string[] {
  if (srcset === null) return []
  let best = ''
  let size = -1
  for (const [, address = '', width] of srcset
    .slice(0, 20_000)
    .matchAll(/(\S+?)(?:\s+(\d+(?:\.\d+)?)[wx])?\s*(?:,\s+|,$|$)/g)) {
    if (Number(width ?? 0) <= size || address === '') continue
    best = address
    size = Number(width ?? 0)
  }
  return best === '' ? [] : [best]
}

/** Farther up, a figure is around a whole gallery. */
const farthestFigure = 8

function figureAround(element: PageElement): PageElement | null {
  let up = element.parentNode
  for (let i = 0; up !== null && isElement(up) && i < farthestFigure; i++, up = up.parentNode) {
    if (up.localName === 'figure') return up
    if (/(?:^|\s)(?:wp-caption|image-caption|article-image)(?:\s|$)/.test(up.getAttribute('class') ?? ''))
      return up
  }
  return null
}

/** Longer captions are text. */
const longestCaption = 2_000

function readCaption(figure: PageElement | null): Pick<PictureMark, 'caption' | 'credit'> {
  let caption: string | null = null
  let credit: string | null = null
  if (figure === null) return { caption, credit }
  for (const part of figure.querySelectorAll('figcaption, [class], [itemprop]')) {
    const isCaption =
      part.localName === 'figcaption' ||
      /^caption|description$/i.test(part.getAttribute('itemprop') ?? '') ||
      /(?:^|[\s_-])caption(?:[-_]?text)?(?:\s|$)/i.test(part.getAttribute('class') ?? '')
    if (isCaption) caption ??= cleanText(part.textContent.slice(0, longestCaption)) || null
    const isCredit =
      /^(?:copyrightHolder|creditText|creator|author)$/i.test(part.getAttribute('itemprop') ?? '') ||
      /(?:^|[\s_-])(?:credits?|copyright|source|photographer)(?:[\s_-]|$)/i.test(
        part.getAttribute('class') ?? '',
      )
    if (isCredit) credit ??= cleanText(part.textContent.slice(0, 300)) || null
  }
  return { caption, credit }
}

function next(node: PageNode, root: PageNode): PageNode | null {
  if (node.firstChild !== null) return node.firstChild
  for (let up: PageNode | null = node; up !== null && up !== root; up = up.parentNode) {
    if (up.nextSibling !== null) return up.nextSibling
  }
  return null
}
