import type { Problem } from '../records/problem.ts'
import type { PartAct } from '../records/review.ts'

/** Most words of a quotation that a problem repeats, in UTF-16 units. */
const longest = 80

/** An act that finds its part no longer: the reader of today does not see what was judged. */
export function describeMissed({ by, at, target }: PartAct): Problem {
  const words = target.words.length > longest ? `${target.words.slice(0, longest).trimEnd()} …` : target.words
  return {
    code: 'review-lost',
    message: `What ${by} reviewed on ${at.slice(0, 10)} is no longer found: ${target.part} “${words}”.`,
    advice: 'Undo that review, or give it again on what is found today.',
  }
}
