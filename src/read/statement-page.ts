import type { Sentence } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import type { Quotation } from './find-quotations.ts'
import { firstIndex } from './first-index.ts'
import { type SentenceView, viewSentences } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'

/** The article as statements are cut from it: its tokens counted from the first to the last. */
export interface Page {
  readonly text: string
  readonly tokens: readonly Span[]
  readonly views: readonly SentenceView[]
  readonly quotations: readonly Quotation[]
}

export const openPage = (
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Span[],
  quotations: readonly Quotation[],
): Page => ({ text, tokens, quotations, views: viewSentences(text, sentences, quotations) })

/** The sentence that holds a token. */
export function viewAt({ views }: Page, token: number): SentenceView | undefined {
  return views[firstIndex(views, (view) => view.firstToken + view.words.length > token)]
}

/** The words of a range in the text; null when it is empty. */
export function spanAt({ tokens }: Page, { from, to }: TokenRange): Span | null {
  const [first, last] = [tokens[from], tokens[to - 1]]
  return first && last && from < to ? { start: first.start, end: last.end } : null
}

/** The quotation that holds a token, its marks included. */
export function quotationAt({ quotations }: Page, token: number): Quotation | undefined {
  const quotation = quotations[firstIndex(quotations, ({ close }) => close >= token)]
  return quotation && quotation.open <= token ? quotation : undefined
}

/** For every token of the article, whether one of the ranges holds it. */
export function markRanges({ tokens }: Page, ranges: Iterable<TokenRange>): Uint8Array {
  const marks = new Uint8Array(tokens.length)
  for (const { from, to } of ranges) marks.fill(1, from, to)
  return marks
}

export function wordAt({ text, tokens }: Page, token: number): string {
  const span = tokens[token]
  return span ? text.slice(span.start, span.end) : ''
}

/** A range of the article within one of its sentences, in that sentence’s own tokens. */
export const inSentence = ({ from, to }: TokenRange, { firstToken, words }: SentenceView): TokenRange => ({
  from: Math.max(0, from - firstToken),
  to: Math.min(words.length, to - firstToken),
})

export const inArticle = ({ from, to }: TokenRange, { firstToken }: SentenceView): TokenRange => ({
  from: from + firstToken,
  to: to + firstToken,
})

export const overlap = (a: TokenRange, b: TokenRange) => a.from < b.to && b.from < a.to
export const holds = (outer: TokenRange, inner: TokenRange) =>
  outer.from <= inner.from && outer.to >= inner.to
export const sameRange = (a: TokenRange, b: TokenRange) => a.from === b.from && a.to === b.to
