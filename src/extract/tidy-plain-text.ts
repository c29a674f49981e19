import { isWebAddress } from './find-url.ts'

/** Plain text without what the program that saved it put into it. */
export interface TidyText {
  readonly text: string
  /** Whether it was set in pages (a PDF turned to text): words are cut at line ends. */
  readonly isTypeset: boolean
  /** What was taken out. */
  readonly dropped: readonly string[]
}

/**
 * Takes out of plain text what is not the writer’s: the list of links that ends a page, and its marks in the text;
 * page numbers and running heads; and puts the marks of old wires right.
 *
 * Every list item begins a paragraph. Form feeds divide pages and are gone afterwards. Linear.
 */
export function tidyPlainText(text: string): TidyText {
  const dropped: string[] = []
  const isTypeset = text.includes('\f')
  const pages = isTypeset ? joinPages(text, dropped) : text
  const bare = dropLinkList(pages, dropped)
  return { text: splitItems(mendWireMarks(bare)), isTypeset, dropped }
}

/** “3”, “- 3 -”, “Page 3 of 7” */
const pageNumber = /^[-–—\s]*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/i

/** A running head or foot has no more. */
const mostEdgeLines = 3

// A line that heads or ends most pages is not the text's; a sentence goes on over the page.
function joinPages(text: string, dropped: string[]): string {
  const pages = text
    .split('\f')
    .map((page) => trimLines(page.split('\n')))
    .filter((lines) => lines.length > 0)
  const edges = new Map<string, number>()
  for (const lines of pages) {
    for (const line of new Set([lines[0], lines.at(-1)])) {
      const key = toKey(line ?? '')
      edges.set(key, (edges.get(key) ?? 0) + 1)
    }
  }
  const isEdge = (line: string): boolean =>
    pageNumber.test(line) ||
    (pages.length > 2 && line.trim().length < 120 && (edges.get(toKey(line)) ?? 0) * 2 > pages.length)
  let joined = ''
  for (const page of pages) {
    let lines = page
    for (let i = 0; i < mostEdgeLines && isEdge(lines[0] ?? 'none'); i++) {
      dropped.push((lines[0] ?? '').trim())
      lines = trimLines(lines.slice(1))
    }
    for (let i = 0; i < mostEdgeLines && isEdge(lines.at(-1) ?? 'none'); i++) {
      dropped.push((lines.at(-1) ?? '').trim())
      lines = trimLines(lines.slice(0, -1))
    }
    const goesOn = /[\p{L}\p{N},;-]\s*$/u.test(joined.slice(-20)) && /^\s*\p{Ll}/u.test(lines[0] ?? '')
    joined += `${joined === '' ? '' : goesOn ? '\n' : '\n\n'}${lines.join('\n')}`
  }
  return joined
}

const toKey = (line: string): string => line.trim().replace(/\d+/g, '0')

function trimLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '')
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return first === -1 ? [] : lines.slice(first, last + 1)
}

// “References” and then “1. https://…”, as text browsers end a page; the numbers stand in the text as “[1]”.
function dropLinkList(text: string, dropped: string[]): string {
  const lines = text.split('\n')
  const numbers = new Set<string>()
  const isLink = lines.map((line) => {
    const [, number, address] = listedLink.exec(line) ?? []
    if (number === undefined || !isWebAddress(address)) return false
    numbers.add(number)
    return true
  })
  if (numbers.size === 0) return text
  let next: boolean = false
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? ''
    const isHeading: boolean = next && listHeading.test(line)
    if (isLink[i] === true || isHeading) {
      dropped.push(line.trim())
      lines[i] = ''
    }
    if (line.trim() !== '') next = isLink[i] === true || isHeading
  }
  return lines
    .join('\n')
    .replace(/\[(\d{1,4})\]/g, (mark, number) => (numbers.has(String(number)) ? '' : mark))
}

const listedLink = /^\s*(?:\[(?=\d+\]))?(\d{1,4})[\].:]{1,2}\s+<?(https?:\/\/[^\s<>]+)>?\s*$/i

const listHeading =
  /^\s*(?:references|links?|sources|visible links|hidden links|verweise|liens|enlaces)\s*:?\s*$/i

/** “SELGRAD (MP) _ The bridge”, “``We have checked,'' she said.” */
function mendWireMarks(text: string): string {
  const dashed = text.replace(/^([\p{Lu}][^\n()_]{0,80}\([^\n()_]{2,40}\)) _ /gmu, '$1 — ')
  return dashed.includes('``') ? dashed.replaceAll('``', '“').replaceAll("''", '”') : dashed
}

// A star or a point at one line's start may be the writer's; at several it is a list.
function splitItems(text: string): string {
  const items = text.match(item)
  return items === null || items.length < 2 ? text : text.replace(item, '\n\n')
}

const item = /(?:^|\n)[ \t]{0,8}[•‣▪◦·*][ \t]+(?=\S)/g
