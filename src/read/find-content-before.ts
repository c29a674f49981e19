import { trimContent } from './find-content.ts'
import { isAdverb } from './find-noun-phrase.ts'
import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'
import { coordinators, prepositions } from './word-classes.ts'

/** What stands before an attribution: the sentence up to the comma or the closing quotation mark. */
export function contentBefore(
  view: SentenceView,
  end: number,
  allowed: boolean,
  tag: boolean,
): TokenRange | null {
  if (!(allowed || tag) || end < view.start + 2) return null
  const last = view.words[end - 1] ?? ''
  const closesQuote = (view.quoted[end - 1] ?? -1) !== -1
  if (last !== ',' && !closesQuote) return null
  // “On Thursday, officials …” says nothing before its comma.
  if (last === ',' && !closesQuote && !tag && isOpening(view, end - 1)) return null
  return trimContent(view, { from: view.start, to: end })
}

/** Whether the words before a comma only say when, where or how: too few for a clause, or a lone prepositional phrase. */
function isOpening(view: SentenceView, comma: number): boolean {
  const words = view.lower.slice(view.start, comma)
  if (words.length < 3 || (words.length === 3 && prepositions.has(words[0] ?? ''))) return true
  if (coordinators.has(words[0] ?? '') && words.length < 4) return true
  if (!prepositions.has(words[0] ?? '') && !isAdverb(words[0]))
    return /^(?:if|when|while|although|though|because|as)$/.test(words[0] ?? '')
  return !words.some((word) =>
    /^(?:is|are|was|were|has|have|had|will|would|could|can|may|must|did|does)$/.test(word),
  )
}
