import type { FoundCue } from './found-cue.ts'
import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'

/** The clause by its words: from the last mark that opens one to the next that ends it. */
export function clauseAround(view: SentenceView, cue: FoundCue): TokenRange {
  let from = cue.from
  while (from > view.start && !/^[;:—–]$/.test(view.words[from - 1] ?? '') && !startsNewClause(view, from))
    from--
  if (view.lower[from - 1] === ',') from++
  let to = cue.to
  while (to < view.wordEnd && !/^[;—–]$/.test(view.words[to] ?? '')) to++
  return { from, to }
}

const startsNewClause = (view: SentenceView, k: number) =>
  (view.lower[k - 1] === ',' && /^(?:but|and|while|although|though)$/.test(view.lower[k] ?? '')) ||
  /^(?:that|who)$/.test(view.lower[k - 1] ?? '')
