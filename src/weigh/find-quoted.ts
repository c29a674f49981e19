import type { Span } from '../records/span.ts'
import { holdsFirstPerson } from './holds-first-person.ts'

/** Characters of a message of 280 with what stands for its links. */
const longestMessage = 330

const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '"': '"',
  '‘': '’',
  "'": "'",
}

/**
 * Finds the stretches of a text that are somebody else’s words, in order: what stands in quotation marks, and documents
 * printed without them.
 *
 * A mark that is not closed holds to the end of its paragraph only if the next one opens with a mark again, as speech of
 * several paragraphs does. A message is known by its signature. A paragraph that ends in a colon introduces a document: the next paragraph is quoted, and so
 * are those that follow it while they speak in the first person. Linear in the text.
 */
export function findQuoted(text: string): Span[] {
  const quoted: Span[] = []
  let introduced = false
  const paragraphs = splitParagraphs(text)
  for (const [i, paragraph] of paragraphs.entries()) {
    const words = text.slice(paragraph.start, paragraph.end)
    const marked = [
      ...findMessages(words, paragraph.start),
      ...findMarked(text, paragraph, paragraphs[i + 1] ?? null),
    ].sort((a, b) => a.start - b.start)
    const previous = paragraphs[i - 1]
    const follows = previous !== undefined && /:\s*$/.test(text.slice(previous.end - 4, previous.end))
    if (marked.length === 0 && (follows || (introduced && holdsFirstPerson(words)))) {
      quoted.push(paragraph)
      introduced = true
    } else {
      quoted.push(...marked)
      introduced = false
    }
  }
  return quoted
}

/** The words before the signature that a page prints under a message: “… — Ana Petrov (@petrov) May 3, 2025”. */
function findMessages(words: string, offset: number): Span[] {
  const signature = /[—–-] ?[^—–\n]{1,60}\(@\w{1,30}\) \p{Lu}\p{L}{2,9} \d{1,2}, \d{4}/gu
  return [...words.matchAll(signature)].map((match) => ({
    start: offset + Math.max(0, match.index - longestMessage),
    end: offset + match.index + match[0].length,
  }))
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
    const isSingle = close === '’' || close === "'"
    if (open !== -1 && mark === close && (!isSingle || closesSingle(text, i))) {
      marked.push({ start: open, end: i + 1 })
      open = -1
      close = ''
      continue
    }
    // An open single mark gives way to any other: it was an apostrophe, as in “the ‘90s”.
    if (open !== -1 && !isSingle) continue
    const pair = closing[mark]
    if (pair === undefined || ((mark === '"' || mark === "'") && !opens(text, i))) continue
    open = i
    close = pair
  }
  if (open !== -1 && next && close !== '’' && close !== "'" && text[next.start] === text[open])
    marked.push({ start: open, end })
  return marked
}

/** A straight mark opens before a word: “6" gun” quotes nothing. */
const opens = (text: string, i: number) =>
  /[\s([—–-]/u.test(text[i - 1] ?? '\n') && /\S/u.test(text[i + 1] ?? ' ')

/** “ministers’ plan” closes nothing: a single mark closes after a stop. */
const closesSingle = (text: string, i: number) =>
  /[.,!?…]/u.test(text[i - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? ' ')
