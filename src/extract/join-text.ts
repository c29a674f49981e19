import type { Article, Link, Block as Mark } from '../records/article.ts'
import { countWords } from './count-words.ts'
import type { PlacedBlock } from './placed-block.ts'

/** An article's paragraphs and what they are made of; spans count in the paragraphs joined by a blank line. */
export interface JoinedText extends Pick<Article, 'links' | 'blocks'> {
  readonly paragraphs: readonly string[]
}

/** An entry of a live page, before its words are in place. */
export interface Post {
  /** The elements inside it: half-open. */
  readonly start: number
  readonly end: number
  readonly at: string | null
}

/** A table row with more words is a layout, not a row of values. */
const mostWordsOfRow = 60

/**
 * Joins the blocks that are the text, and says which are headings, quotations, list items, table rows, questions and
 * posts, and where the links are. `base` is what relative addresses are relative to; null when the page has none.
 *
 * The cells of a table row are one paragraph: “Alder | 12 m | closed”.
 */
export function joinText(
  blocks: readonly PlacedBlock[],
  base: string | null,
  posts: readonly Post[] = [],
): JoinedText {
  const paragraphs: string[] = []
  const marks: Mark[] = []
  const links: Link[] = []
  const isInterview = readsAsInterview(blocks)
  const spans: { readonly element: number; readonly start: number; readonly end: number }[] = []
  let at = 0
  for (let i = 0; i < blocks.length; ) {
    const row = rowFrom(blocks, i)
    const first = blocks[i]
    if (first === undefined) break
    const cells = row.length === 0 ? [first] : row
    let text = ''
    for (const cell of cells) {
      if (text !== '') text += ' | '
      for (const link of cell.links) {
        const url = toAddress(link.href, base)
        const start = at + text.length
        if (url !== null) links.push({ span: { start: start + link.start, end: start + link.end }, url })
      }
      text += cell.text
    }
    const span = { start: at, end: at + text.length }
    const kind = row.length > 0 ? 'table-row' : kindOf(first, isInterview)
    if (kind !== null) marks.push({ kind, span, at: null })
    spans.push({ element: first.element, ...span })
    paragraphs.push(text)
    at = span.end + paragraphBreak
    i += cells.length
  }
  return { paragraphs, links, blocks: order([...marks, ...markPosts(posts, spans)]) }
}

/** Length of the blank line between two paragraphs. */
const paragraphBreak = 2

/** The cells of the row that begins at `from`; empty where none does, or where a row is a layout: long, or with paragraphs. */
function rowFrom(blocks: readonly PlacedBlock[], from: number): PlacedBlock[] {
  const row = blocks[from]?.row ?? null
  if (row === null || blocks[from - 1]?.row === row) return []
  const cells: PlacedBlock[] = []
  let words = 0
  for (let i = from; i < blocks.length; i++) {
    const cell = blocks[i]
    if (cell === undefined || cell.row !== row) break
    words += countWords(cell.text)
    const isPart = cell.cell === cells[cells.length - 1]?.cell
    if (cell.kind !== 'cell' || isPart || words > mostWordsOfRow) return []
    cells.push(cell)
  }
  return cells
}

function kindOf(block: PlacedBlock, isInterview: boolean): Mark['kind'] | null {
  if (block.kind === 'heading' || block.kind === 'title-heading') {
    return isInterview && isQuestion(block.text) ? 'question' : 'heading'
  }
  if (block.inQuote) return 'quote'
  if (isInterview && block.isStrong && isQuestion(block.text)) return 'question'
  return block.kind === 'item' ? 'list-item' : null
}

const isQuestion = (text: string): boolean => /[?？؟][\s"”’»)\]]*$/u.test(text.slice(-8))

/** In fewer questions a text asks its reader. */
const fewestQuestions = 3

/** Questions in bold or as headings, with an answer below each: an interview. */
function readsAsInterview(blocks: readonly PlacedBlock[]): boolean {
  let questions = 0
  for (const [i, block] of blocks.entries()) {
    const isSet = block.isStrong || block.kind === 'heading'
    const answer = blocks[i + 1]
    if (isSet && isQuestion(block.text) && answer !== undefined && !answer.isStrong) questions++
  }
  return questions >= fewestQuestions
}

function markPosts(
  posts: readonly Post[],
  spans: readonly { readonly element: number; readonly start: number; readonly end: number }[],
): Mark[] {
  const marks: Mark[] = []
  let next = 0
  // Posts and paragraphs both stand in the order of the page.
  for (const { start, end, at } of posts) {
    while (next < spans.length && (spans[next]?.element ?? 0) < start) next++
    const first = spans[next]
    while (next < spans.length && (spans[next]?.element ?? 0) < end) next++
    const last = spans[next - 1]
    if (first === undefined || last === undefined || first.element >= end || last.element < start) continue
    marks.push({ kind: 'post', span: { start: first.start, end: last.end }, at })
  }
  return marks
}

// By start; what holds others first.
const order = (marks: Mark[]): Mark[] =>
  marks.sort(
    (a, b) =>
      a.span.start - b.span.start ||
      b.span.end - a.span.end ||
      Number(b.kind === 'post') - Number(a.kind === 'post'),
  )

function toAddress(href: string, base: string | null): string | null {
  const trimmed = href.trim()
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > 4_000) return null
  try {
    const url = base === null ? new URL(trimmed) : new URL(trimmed, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}
