import type { PartAnchor } from '../records/review.ts'
import type { Span } from '../records/span.ts'
import { shareOfWords } from './share-of-words.ts'
import type { ToldPart } from './to-part-anchor.ts'

/** Least share of its words that a part may have in common with what was judged: a content cut by half is another. */
const leastShare = 0.5

/**
 * The one of these parts that the anchor means, by index; -1 where none is.
 *
 * Its head (the cue, the trigger) must touch the anchor’s, and half of the words be the same: another version of the reader
 * may cut them otherwise. Of several the likest, then the first: two events of one verb differ in type and in who does it.
 */
export function findPart(anchor: PartAnchor, parts: readonly (ToldPart | null)[]): number {
  let [best, likest] = [-1, 0]
  for (const [i, part] of parts.entries()) {
    if (part === null || shareOfWords(part.head, anchor.head) === 0) continue
    const share = shareOfWords(part.span, anchor.span)
    if (share < leastShare) continue
    const likeness =
      share +
      shareOfWords(part.head, anchor.head) +
      (part.type === anchor.type ? 1 : 0) +
      likenessOf(part.actor, anchor.actor) +
      likenessOf(part.recipient, anchor.recipient)
    if (likeness > likest) [best, likest] = [i, likeness]
  }
  return best
}

const likenessOf = (a: Span | null, b: Span | null) =>
  a === null || b === null ? Number(a === b) : shareOfWords(a, b)
