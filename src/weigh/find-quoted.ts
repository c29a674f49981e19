import type { Span } from '../records/span.ts'

const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"', '‘': '’' }

/** Words of one who speaks in an own document; a reporter uses them only inside quotation marks. */
const firstPerson = /(?:^|[^\p{L}’'])(?:I|[Ww]e|[Mm]y|[Oo]ur)(?=[^\p{L}]|$)/u

/**
 * Finds the stretches of a text that are somebody else’s words, in order: what stands in quotation marks, and documents
 * printed without them.
 *
 * A mark that is not closed holds to the end of its paragraph only if the next one opens with a mark again, as speech of
 * several paragraphs does. A paragraph that ends in a colon introduces a document: the next paragraph is quoted, and so
 * are those that follow it while they speak in the first person. Linear in the text.
 */
export function findQuoted(text: string): Span[] {
  const quoted: Span[] = []
  let introduced = false
  const paragraphs = splitParagraphs(text)
  for (const [i, paragraph] of paragraphs.entries()) {
    const marked = findMarked(text, paragraph, paragraphs[i + 1] ?? null)
    const words = text.slice(paragraph.start, paragraph.end)
    const previous = paragraphs[i - 1]
    const follows = previous !== undefined && /:\s*$/.test(text.slice(previous.end - 4, previous.end))
    if (marked.length === 0 && (follows || (introduced && firstPerson.test(words)))) {
      quoted.push(paragraph)
      introduced = true
    } else {
      quoted.push(...marked)
      introduced = false
    }
  }
  return quoted
}

function splitParagraphs(text: string): Span[] {
  const paragraphs: Span[] = []
  for (const match of text.matchAll(/[^\n]+/g)) {
    if (match[0].trim() !== '') paragraphs.push({ start: match.index, end: match.index + match[0].length })
  }
  return paragraphs
}

function findMarked(text: string, { start, end }: Span, next: Span | null): Span[] {
  const marked: Span[] = []
  let open = -1
  let close = ''
  for (let i = start; i < end; i++) {
    const mark = text[i] ?? ''
    if (open === -1) {
      const pair = closing[mark]
      if (pair === undefined || (mark === '"' && !opens(text, i))) continue
      open = i
      close = pair
    } else if (mark === close && (mark !== '’' || closesSingle(text, i))) {
      marked.push({ start: open, end: i + 1 })
      open = -1
    } else if (close === '’' && (mark === '“' || mark === '"')) {
      open = -1 // ‘ was an apostrophe: “the ‘90s”.
      i--
    }
  }
  if (open !== -1 && next && close !== '’' && text[next.start] === text[open])
    marked.push({ start: open, end })
  return marked
}

/** A straight mark opens before a word: “6" gun” quotes nothing. */
const opens = (text: string, i: number) =>
  /[\s([—–-]/u.test(text[i - 1] ?? '\n') && /\S/u.test(text[i + 1] ?? ' ')

/** “ministers’ plan” closes nothing: a single mark closes after a stop. */
const closesSingle = (text: string, i: number) =>
  /[.,!?…]/u.test(text[i - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? ' ')
