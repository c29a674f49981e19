import type { Mention, Sentence, Statement } from '../../records/reading.ts'
import type { Span } from '../../records/span.ts'
import { findNamedSource } from '../find-named-source.ts'
import type { Quotation } from '../find-quotations.ts'
import { nameOf } from './find-genders.ts'

/** Whose words a quotation holds. */
export interface Quoter {
  readonly source: Span
  /** Index of the mention that the source is, and its name; null where the source is no name: “she said”. */
  readonly mention: number | null
  readonly name: string | null
}

interface QuotedPage {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly statements: readonly Statement[]
  readonly quotations: readonly Quotation[]
}

/** Finds whose words each quotation holds, by the statement whose content it is in; null where none says. */
export function findQuoters({
  text,
  sentences,
  mentions,
  statements,
  quotations,
}: QuotedPage): (Quoter | null)[] {
  const tokens = sentences.flatMap((sentence) => sentence.tokens)
  const spans = quotations.map(({ open, close }) => ({
    start: tokens[open]?.start ?? 0,
    end: tokens[close]?.end ?? 0,
  }))
  const quoters: (Quoter | null)[] = quotations.map(() => null)
  for (const { source, contentParts, kind } of statements) {
    if (!source || kind === 'indirect') continue
    const mention = findNamedSource(text, source, mentions)
    const own = mention === null ? undefined : mentions[mention]
    const quoter = { source, mention, name: own ? nameOf(text, own) : null }
    for (const part of contentParts) {
      for (let q = firstEndingAfter(spans, part.start); q < spans.length; q++) {
        const span = spans[q]
        if (!span || span.start >= part.end) break
        // The innermost statement comes last and is whose words they are.
        quoters[q] = quoter
      }
    }
  }
  return quoters
}

/** Index of the first span that ends after an offset; spans stand in order and apart. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
