import { classifyHidden, classifyRegion, type DropReason, hiddenWord } from './classify-region.ts'
import { cleanText, toStorable } from './clean-text.ts'
import { endsSentence } from './count-words.ts'
import { isElement, isTextNode, type PageElement, type PageNode } from './page.ts'

/** A part of the page that its markup calls something: a navigation bar, a comment form, a figure. */
export interface Region {
  readonly reason: DropReason
  /** Number of the element that opens it. */
  readonly element: number
  /** The class word that names it, the same for every part so named; null when its tag or role does. */
  readonly word: string | null
  /** What a part inside it is called, where the outer name says it all: the caption in an advertisement. */
  readonly inner: Region | null
}

/** One visible paragraph, heading, list item or label: what stands between two line breaks on the screen. */
export interface Block {
  /** Cleaned; never empty. */
  readonly text: string
  readonly kind: BlockKind
  /** Share of the characters that are links, 0 to 1. */
  readonly linkShare: number
  /** The links inside, in order: half-open in `text`, the address as the page writes it. */
  readonly links: readonly BlockLink[]
  /** All of it is set in bold or italics. */
  readonly isStrong: boolean
  /** It stands in a block quotation. */
  readonly inQuote: boolean
  /** Number of the table row around; null outside tables. */
  readonly row: number | null
  /** Number of the table cell around; null outside tables. */
  readonly cell: number | null
  readonly region: Region | null
  /** What the page itself marks as a credit among the words; null when it marks nothing. */
  readonly credit: string | null
  /** Number of the element that makes it a block of its own. */
  readonly element: number
  /** Elements that hold the words directly, with the number of characters that each holds. */
  readonly owners: ReadonlyMap<number, number>
}

export interface BlockLink {
  readonly start: number
  readonly end: number
  readonly href: string
}

export type BlockKind = 'paragraph' | 'heading' | 'title-heading' | 'item' | 'cell' | 'preformatted'

/** A `<time>` or its like, and where it stands. */
export interface TimeElement {
  /** `datetime`, `content` or `title` attribute; null when only the words tell. */
  readonly datetime: string | null
  readonly text: string
  /** Class names and itemprop, for telling “published” from “updated”. */
  readonly names: string
  readonly region: Region | null
  /** How many blocks stand before it. */
  readonly before: number
  /** Its own number. */
  readonly element: number
}

/** A page's body as a list of blocks, with the tree reduced to numbers. */
export interface BlockList {
  readonly blocks: readonly Block[]
  readonly times: readonly TimeElement[]
  /** Of each element, in order of the page: the number of its parent; the body is 0 and its own parent. */
  readonly parents: readonly number[]
  /** Of each element: the first number after its last descendant. */
  readonly ends: readonly number[]
  /** Of each element: its tag and class, which elements of one design share; empty without a class. */
  readonly designs: readonly string[]
  /** The `article` elements, in order. */
  readonly articles: readonly number[]
  /** The pictures, in order. */
  readonly pictures: readonly number[]
  /** Characters copied when every element is asked for its text once: what Readability's cost grows with. */
  readonly textWork: number
  /** Sum of the depths of all nodes: what walking every element's descendants once costs. */
  readonly nodeWork: number
  /** Most children of one element. */
  readonly mostChildren: number
}

/** Starts the name of the attribute that carries an element's number. Readability copies attributes over one another. */
export const numberAttribute = 'data-hearsay-'

/**
 * Cuts the body into blocks, every visible word in exactly one of them, and numbers the elements on the way.
 *
 * `hiddenClasses` are the classes that the page's own style sheet does not show.
 *
 * Single line breaks end a block where they end a sentence or a short line; inside a sentence they are spaces.
 */
export function findBlocks(body: PageElement, hiddenClasses: ReadonlySet<string> = new Set()): BlockList {
  const blocks: Block[] = []
  const times: TimeElement[] = []
  const parents = [0]
  const ends = [0]
  const designs = ['']
  const articles: number[] = []
  const pictures: number[] = []
  const children = [0]
  let textWork = 0
  let nodeWork = 0
  let pieces: (Piece | null)[] = []
  const flush = () => {
    for (const line of splitLines(pieces)) blocks.push(toBlock(line))
    pieces = []
  }

  const root: Frame = {
    element: body,
    number: 0,
    depth: 0,
    block: null,
    kind: 'paragraph',
    region: null,
    inCredit: false,
    isStrong: false,
    inQuote: false,
    row: null,
    cell: null,
    link: null,
  }
  body.setAttribute(`${numberAttribute}0`, '')
  const stack = [root]
  let node: PageNode | null = body.firstChild
  while (stack.length > 0) {
    const frame = stack[stack.length - 1] ?? root
    if (node === null) {
      if (frame.block === null) flush()
      ends[frame.number] = parents.length
      stack.pop()
      node = stack.length === 0 ? null : frame.element.nextSibling
      continue
    }
    nodeWork += frame.depth + 1
    children[frame.number] = (children[frame.number] ?? 0) + 1
    if (isTextNode(node)) {
      const text = node.textContent
      textWork += text.length * frame.depth
      if (frame.kind === 'preformatted') addLines(pieces, text, frame)
      else pieces.push({ text, frame })
    } else if (isElement(node)) {
      if (node.localName === 'br' || node.localName === 'hr') pieces.push(null)
      else {
        const inner = openFrame(node, frame, parents.length, hiddenClasses)
        parents.push(frame.number)
        if (node.localName === 'article') articles.push(inner.number)
        else if (pictureTags.has(node.localName)) pictures.push(inner.number)
        children.push(0)
        designs.push(designOf(node))
        node.setAttribute(numberAttribute + inner.number, '')
        if (inner.block === null) flush()
        if (times.length < mostTimes) addTime(times, node, inner, blocks.length)
        const label = buttonLabel(node)
        if (label !== null) pieces.push({ text: label, frame: inner })
        stack.push(inner)
        node = node.firstChild
        continue
      }
    }
    node = node.nextSibling
  }
  const mostChildren = children.reduce((most, count) => Math.max(most, count), 0)
  return { blocks, times, parents, ends, designs, articles, pictures, textWork, nodeWork, mostChildren }
}

const pictureTags = new Set(['img', 'picture', 'amp-img', 'amp-video', 'video'])

/** A live page of a long day has a few hundred. */
const mostTimes = 1_000

interface Frame {
  readonly element: PageElement
  readonly number: number
  readonly depth: number
  /** The element that starts the block which this one is in; null when it starts a block itself. */
  readonly block: Frame | null
  readonly kind: BlockKind
  readonly region: Region | null
  readonly inCredit: boolean
  readonly isStrong: boolean
  readonly inQuote: boolean
  readonly row: number | null
  readonly cell: number | null
  /** The link around; null outside links. */
  readonly link: { readonly number: number; readonly href: string } | null
}

/** Characters in one element; between pieces, null is a line break. */
interface Piece {
  readonly text: string
  readonly frame: Frame
}

function openFrame(
  element: PageElement,
  parent: Frame,
  number: number,
  hiddenClasses: ReadonlySet<string>,
): Frame {
  const name = element.localName
  const isBlock = blockTags.has(name)
  const clears = opensText.has(name) && parent.region !== null && setAround.has(parent.region.reason)
  const own = clears ? null : (classifyHidden(element, hiddenClasses) ?? classifyRegion(element))
  const href = name === 'a' ? element.getAttribute('href') : null
  return {
    element,
    number,
    depth: parent.depth + 1,
    block: isBlock ? null : (parent.block ?? parent),
    kind: kindOf(element) ?? parent.kind,
    region: enterRegion(
      clears ? null : parent.region,
      own === null ? null : { ...own, element: number, inner: null },
    ),
    inCredit: parent.inCredit || own?.reason === 'credit',
    isStrong: strongTags.has(name) || (parent.isStrong && !isBlock),
    inQuote: name === 'blockquote' || parent.inQuote,
    row: name === 'tr' ? number : name === 'table' ? null : parent.row,
    cell: name === 'td' || name === 'th' ? number : name === 'table' ? null : parent.cell,
    link: href === null ? parent.link : { number, href },
  }
}

const strongTags = new Set(['b', 'strong', 'em', 'i'])

function enterRegion(outer: Region | null, own: Region | null, depth = 0): Region | null {
  if (own === null) return outer
  if (outer !== null && depth < deepestRegion && (outermost.has(outer.reason) || outer.word === hiddenWord))
    return { ...outer, inner: enterRegion(outer.inner, own, depth + 1) }
  return own
}

/** Regions kept one in another: the date of a comment in a column of the page. */
const deepestRegion = 4

function designOf(element: PageElement): string {
  const names = element.getAttribute('class')?.trim() ?? ''
  return names === '' ? '' : `${element.localName}.${names}`
}

// A figure may hold a table, and what a page calls “social” a quoted post: the article's own words.
const opensText = new Set(['blockquote', 'table', 'pre'])
const setAround = new Set<DropReason>(['caption', 'share'])

/** Inside these, finer names say nothing new: the date of a comment is part of the comment. */
const outermost = new Set<DropReason>([
  'comments',
  'related',
  'newsletter',
  'advertisement',
  'navigation',
  'footer',
  'share',
])

const blockTags = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup input label legend li main menu nav ol ' +
    'optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul'
  ).split(' '),
)

function kindOf(element: PageElement): BlockKind | null {
  const name = element.localName
  if (name === 'h1') return 'title-heading'
  if (/^h[2-6]$/.test(name) || element.getAttribute('role') === 'heading') return 'heading'
  if (name === 'li' || name === 'dt' || name === 'dd') return 'item'
  if (name === 'td' || name === 'th') return 'cell'
  return name === 'pre' ? 'preformatted' : null
}

function addLines(pieces: (Piece | null)[], text: string, frame: Frame): void {
  for (const [i, paragraph] of text.split(/\n[ \t]*\n/).entries()) {
    if (i > 0) pieces.push(null, null)
    pieces.push({ text: paragraph, frame })
  }
}

function buttonLabel(element: PageElement): string | null {
  if (element.localName !== 'input') return null
  const type = element.getAttribute('type')?.toLowerCase()
  return type === 'submit' || type === 'button' || type === 'reset' ? element.getAttribute('value') : null
}

function splitLines(pieces: readonly (Piece | null)[]): Piece[][] {
  const lines: Piece[][] = []
  let line: Piece[] = []
  let breaks = 0
  for (const piece of pieces) {
    if (piece === null) {
      breaks++
      continue
    }
    if (piece.text.trim() === '') {
      if (breaks === 0) line.push(piece)
      continue
    }
    if (breaks > 0 && line.length > 0) {
      if (breaks > 1 || endsLine(line, piece)) {
        lines.push(line)
        line = []
      } else line.push({ text: ' ', frame: piece.frame })
    }
    breaks = 0
    line.push(piece)
  }
  lines.push(line)
  return lines.filter((line) => line.some(({ text }) => cleanText(text) !== ''))
}

/** Shorter lines than this are labels and names, longer ones a sentence that a page breaks by hand. */
const shortLineChars = 60

function endsLine(line: readonly Piece[], next: Piece): boolean {
  if (next.frame.kind === 'heading' || next.frame.kind === 'title-heading') return false
  if (/^\s*\p{Ll}/u.test(next.text)) return false
  const text = cleanText(line.map((piece) => piece.text).join(''))
  return endsSentence(text) || text.length < shortLineChars
}

function toBlock(line: readonly Piece[]): Block {
  const owners = new Map<number, number>()
  const links: { start: number; end: number; href: string }[] = []
  // Parts and a length: asking a text that grows how it ends would copy it every time.
  const parts: string[] = []
  let size = 0
  let endsInSpace = true
  const add = (part: string) => {
    const words = endsInSpace ? part.replace(/^ /, '') : part
    if (words === '') return
    parts.push(words)
    size += words.length
    endsInSpace = words.endsWith(' ')
  }
  const credits: string[] = []
  let linked = 0
  let total = 0
  let lastLink = -1
  let isStrong = true
  for (const { text: raw, frame } of line) {
    const link = frame.link?.number ?? -1
    // Two links side by side are two labels, even where only a stylesheet keeps them apart.
    if (link !== -1 && lastLink !== -1 && link !== lastLink) add(' ')
    const start = size
    add(toStorable(raw).replace(/\s+/g, ' '))
    const { length } = raw.trim()
    if (length === 0) continue
    if (frame.link !== null) {
      const last = links[links.length - 1]
      if (link === lastLink && last !== undefined) last.end = size
      else links.push({ start, end: size, href: frame.link.href })
    }
    lastLink = link
    total += length
    if (link !== -1) linked += length
    if (frame.inCredit) credits.push(raw)
    if (!frame.isStrong && /[\p{L}\p{N}]/u.test(raw)) isStrong = false
    owners.set(frame.number, (owners.get(frame.number) ?? 0) + length)
  }
  const text = parts.join('')
  const [first, ...others] = line.filter(({ text }) => text.trim() !== '')
  const frame = first?.frame.block ?? first?.frame
  const shared = others.every((other) => other.frame.region === first?.frame.region)
  return {
    text: text.trimEnd(),
    kind: frame?.kind ?? 'paragraph',
    element: frame?.number ?? 0,
    linkShare: total === 0 ? 0 : linked / total,
    links: links.flatMap((link) => trimLink(text, link)),
    isStrong,
    inQuote: frame?.inQuote ?? false,
    row: frame?.row ?? null,
    cell: frame?.cell ?? null,
    region: (shared ? first?.frame.region : frame?.region) ?? null,
    credit: cleanText(credits.join('')) || null,
    owners,
  }
}

// Without the white space that pages leave inside a link.
function trimLink(text: string, { start, end, href }: BlockLink): BlockLink[] {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return from < to ? [{ start: from, end: to, href }] : []
}

function addTime(
  times: TimeElement[],
  element: PageElement,
  { region, number }: Frame,
  before: number,
): void {
  const attribute = (name: string) => element.getAttribute(name) ?? ''
  const names =
    `${attribute('itemprop')} ${attribute('property')} ${attribute('class')} ${element.hasAttribute('pubdate') ? 'pubdate' : ''}`.toLowerCase()
  const isTime =
    element.localName === 'time' ||
    /date(?:published|modified|created)/.test(names) ||
    (element.localName === 'abbr' && /publish|date/.test(names)) ||
    // hAtom without its `abbr`: <span class="updated" title="2022-03-04T10:15:00+01:00">
    (/(?:^|\s)(?:published|updated)(?:\s|$)/.test(names) && /^\d{4}-\d\d-\d\dT/.test(attribute('title')))
  if (!isTime) return
  times.push({
    datetime:
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title'),
    text: cleanText(element.textContent.slice(0, 500)),
    names,
    region,
    before,
    element: number,
  })
}
