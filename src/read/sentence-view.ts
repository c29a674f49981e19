import type { Sentence } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import type { Quotation } from './find-quotations.ts'

/**
 * A sentence as the rules look at it: its words beside its tokens, and where it is quoted.
 *
 * Indices count tokens of the sentence from 0; `quoted[i]` holds the index of the quotation that token i
 * belongs to, its marks included, else -1.
 */
export interface SentenceView {
  readonly index: number
  readonly sentence: Sentence
  readonly words: readonly string[]
  readonly lower: readonly string[]
  readonly quoted: readonly number[]
  /** Parts of speech, heads (-1 for the root) and relations; see `parsed`. */
  readonly upos: readonly string[]
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
  /** Whether the sentence was parsed: in a reading without a parse every part of speech is X. */
  readonly parsed: boolean
  /** Index in the article of the sentence’s first token. */
  readonly firstToken: number
  /** The first token after a dateline (“MINSK (Agency) —”), else 0. */
  readonly start: number
  /** Tokens that carry words: the sentence less its final mark and closing quotation marks. */
  readonly wordEnd: number
}

/** Builds the view of every sentence of a text. */
export function viewSentences(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): SentenceView[] {
  const quotedBy = new Map<number, number>()
  for (const [q, { open, close }] of quotations.entries()) {
    for (let i = open; i <= close; i++) quotedBy.set(i, q)
  }
  let firstToken = 0
  return sentences.map((sentence, index) => {
    const words = sentence.tokens.map((token) => text.slice(token.start, token.end))
    let wordEnd = words.length
    while (wordEnd > 0 && /^[.!?…]+$/u.test(words[wordEnd - 1] ?? '')) wordEnd--
    const upos = sentence.tokens.map((token) => token.upos)
    const view: SentenceView = {
      index,
      sentence,
      words,
      lower: words.map((word) => word.toLowerCase()),
      quoted: words.map((_, i) => quotedBy.get(firstToken + i) ?? -1),
      upos,
      heads: sentence.tokens.map((token) => token.head),
      deprels: sentence.tokens.map((token) => token.deprel),
      parsed: upos.some((tag) => tag !== 'X'),
      firstToken,
      start: datelineEnd(words),
      wordEnd,
    }
    firstToken += words.length
    return view
  })
}

/** “SELGRAD, Nov 20 (Meridian Press) -”: capitals, perhaps a date and an agency, then a dash. */
function datelineEnd(words: readonly string[]): number {
  if (!/^\p{Lu}{3,}$/u.test(words[0] ?? '')) return 0
  const dash = words.findIndex((word) => /^[-–—]+$/.test(word))
  if (dash < 1 || dash > 16) return 0
  const allNames = words.slice(0, dash).every((word) => /^[\p{Lu}\d(),./&]/u.test(word) || word === 'of')
  return allNames ? dash + 1 : 0
}

/** The span of tokens `from` to `to`, exclusive; null when the range is empty. */
export function spanOf(view: SentenceView, from: number, to: number): Span | null {
  const first = view.sentence.tokens[from]
  const last = view.sentence.tokens[to - 1]
  return first && last && from < to ? { start: first.start, end: last.end } : null
}
