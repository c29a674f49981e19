import type { Span } from '../records/span.ts'

/** Words inside quotation marks, as indices of tokens. */
export interface Quotation {
  /** The opening mark; equal to the first quoted token when a speech goes on from the paragraph before. */
  readonly open: number
  /** The closing mark, inclusive; the paragraph’s last token when the speech goes on. */
  readonly close: number
}

/** A quotation that is longer within one paragraph was not closed. */
const longestQuotation = 1500

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '"': '"',
  '``': "''",
  '”': '”',
}

/**
 * Finds quotations, in order, never nested: the outermost marks count.
 *
 * A mark that is not closed before its paragraph ends holds until there if the next paragraph opens with a
 * mark again, as printed speech of several paragraphs does; else it was a stray mark and quotes nothing.
 * Single marks count where they cannot be apostrophes: “‘We will go,’ she said.”
 */
export function findQuotations(text: string, tokens: readonly Span[]): Quotation[] {
  const quotations: Quotation[] = []
  for (const paragraph of paragraphsOf(text, tokens)) {
    let i = paragraph.first
    while (i <= paragraph.last) {
      const close = closingOf(text, tokens, i, paragraph.last)
      if (close === -1) {
        i++
        continue
      }
      if (close > paragraph.last) {
        if (reopens(text, tokens, paragraph.last + 1)) quotations.push({ open: i, close: paragraph.last })
        i++
        continue
      }
      quotations.push({ open: i, close })
      i = close + 1
    }
  }
  return quotations.filter((q, k) => k === 0 || q.open > (quotations[k - 1]?.close ?? -1))
}

interface Paragraph {
  readonly first: number
  readonly last: number
}

function paragraphsOf(text: string, tokens: readonly Span[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let first = 0
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1]
    if (next && !text.slice(token.end, next.start).includes('\n')) continue
    paragraphs.push({ first, last: i })
    first = i + 1
  }
  return paragraphs
}

/** -1: no opening mark here. Beyond `last`: opened and never closed. */
function closingOf(text: string, tokens: readonly Span[], i: number, paragraphEnd: number): number {
  const last = Math.min(paragraphEnd, i + longestQuotation)
  const mark = wordAt(text, tokens, i)
  const single = mark === '‘' || (mark === "'" && opensHere(text, tokens, i))
  if (single) {
    for (let k = i + 1; k <= last; k++) {
      if (closesSingle(text, tokens, k, mark === '‘' ? '’' : "'")) return k
    }
    return -1
  }
  const closing = pairs[mark]
  // “”” opens only where a page prints it at the head of a speech by mistake.
  if (!closing || (mark === '”' && !opensHere(text, tokens, i))) return -1
  let depth = 0
  for (let k = i + 1; k <= last; k++) {
    const word = wordAt(text, tokens, k)
    if (word === closing && depth === 0) return k
    if (mark === '“' && word === '“') depth++
    else if (word === closing) depth--
  }
  return paragraphEnd + 1
}

function wordAt(text: string, tokens: readonly Span[], i: number): string {
  const token = tokens[i]
  return token ? text.slice(token.start, token.end) : ''
}

function opensHere(text: string, tokens: readonly Span[], i: number): boolean {
  const token = tokens[i]
  if (!token) return false
  const before = text[token.start - 1] ?? '\n'
  return /[\s([—–-]/u.test(before) && /[^\s]/u.test(text[token.end] ?? ' ')
}

/** “… the ministers’ plan ‘was rejected’.” closes at the second mark: the first follows a plural and opens nothing. */
function closesSingle(text: string, tokens: readonly Span[], k: number, mark: string): boolean {
  const token = tokens[k]
  if (!token || text.slice(token.start, token.end) !== mark) return false
  const before = text[token.start - 1] ?? ''
  const after = text[token.end] ?? '\n'
  if (/[\p{L}\p{N}]/u.test(after)) return false
  if (/[.,!?…;:]/u.test(before)) return true
  if (/s/i.test(before) && /\s/.test(after)) {
    const rest = text.slice(token.end, token.end + 200).split('\n', 1)[0] ?? ''
    return !rest.includes(mark)
  }
  return /[\p{L}\p{N})]/u.test(before)
}

function reopens(text: string, tokens: readonly Span[], i: number): boolean {
  return ['“', '"', '”', '‘'].includes(wordAt(text, tokens, i))
}
