import type { Description } from './find-described.ts'
import type { NounPhrase } from './find-phrases.ts'
import type { SentenceParts } from './sentence-parts.ts'

/** A description with its first token: its article. */
export interface PlacedDescription extends Description {
  readonly from: number
}

/** No more words stand between an article and its noun. */
const longest = 5

/**
 * Reads a common noun as a description: “the envoy”, “the Belarusian leader”; null for one that is narrowed down by
 * words of its own (“the envoy to Morvenia”, “the man who left”) or not definite.
 */
export function toDescription(
  text: string,
  { tokens, lower, narrowed, index }: SentenceParts,
  { head, noun, isPlural }: NounPhrase,
): PlacedDescription | null {
  if (isPlural || narrowed.has(head)) return null
  let from = head - 1
  while (from >= 0 && head - from <= longest && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[from]?.upos ?? '')) from--
  if (lower[from] !== 'the') return null
  // “the envoy’s plan”: the article is the envoy’s, as far as its own phrase goes.
  const qualifiers = tokens.slice(from + 1, head).map(({ start, end }) => text.slice(start, end))
  return { noun, qualifiers, sentence: index, from }
}
