import { clauseAround } from './clause-around.ts'
import { trimContent } from './find-content.ts'
import type { FoundCue } from './found-cue.ts'
import type { SentenceView } from './sentence-view.ts'
import type { StatementDraft } from './statement-draft.ts'
import type { TokenRange } from './token-range.ts'

/** Tokens; in a longer sentence the clause is found by its words alone. */
const longestSentence = 300

/**
 * “Veresk has reportedly left Selgrad”: the whole clause is hedged, and is one piece with the adverb in it, as its
 * words make no sense without the verb that the adverb parts.
 */
export function draftNobody(view: SentenceView, cue: FoundCue): StatementDraft | null {
  const parsed = view.parsed && view.words.length <= longestSentence ? parsedClause(view, cue) : null
  const content = trimContent(view, beforeAs(view, parsed ?? clauseAround(view, cue), cue))
  return content && { cue, source: null, content }
}

/** The clause by the parse: what hangs on the verb that the adverb belongs to, less what only stands beside it. */
function parsedClause(view: SentenceView, cue: FoundCue): TokenRange | null {
  const verb = view.heads[cue.from] ?? -1
  if (!/^(?:VERB|AUX|ADJ|NOUN|PROPN)$/.test(view.upos[verb] ?? '')) return null
  // “the allegedly stolen boats”: a clause is needed to say something.
  if (/^(?:amod|nmod|obl|obj|compound)/.test(view.deprels[verb] ?? '')) return null
  const joins = (k: number) => k === verb || view.heads[k] === verb
  const roots = Array.from(view.words, (_, k) => branchOf(view, verb, k))
  let from = cue.from
  while (from > view.start && roots[from - 1] !== -1 && !isBeside(view, roots[from - 1] ?? -1, verb, false))
    from--
  while (from < cue.from && joins(from) && /^(?:cc|mark|punct)$/.test(view.deprels[from] ?? '')) from++
  // “The envoy, who allegedly took bribes, left”: who took them is told by the noun before.
  let to = cue.to
  while (to < view.wordEnd && roots[to] !== -1 && !isBeside(view, roots[to] ?? -1, verb, true)) to++
  return { from, to }
}

/** “has reportedly fled | as rebels closed in”: “as” with a verb of its own tells what else went on, in the outlet’s voice. */
function beforeAs(view: SentenceView, { from, to }: TokenRange, cue: FoundCue): TokenRange {
  for (let k = cue.to + 1; k < to; k++)
    if (/^(?:as|while)$/.test(view.lower[k] ?? '') && verbFollows(view, k + 1, to)) return { from, to: k }
  return { from, to }
}

function verbFollows(view: SentenceView, from: number, to: number): boolean {
  for (let k = from + 1; k < Math.min(to, from + 12); k++) {
    if (/^(?:as|who|which|that|to|[,;:—–])$/.test(view.lower[k] ?? '')) return false
    if (/VerbForm=Fin/.test(view.sentence.tokens[k]?.features ?? '')) return true
  }
  return false
}

/** What hangs on a clause and is the outlet’s own: the next clause, and “as pressure grew”. */
function isBeside(view: SentenceView, branch: number, verb: number, isAfter: boolean): boolean {
  if (branch === verb) return false
  const relation = view.deprels[branch] ?? ''
  const hangs = (name: RegExp) =>
    view.heads.some((head, k) => head === branch && name.test(view.deprels[k] ?? ''))
  if (relation.startsWith('conj')) return hangs(/^nsubj/)
  if (relation.startsWith('parataxis')) return true
  if (!relation.startsWith('advcl')) return false
  const mark = view.heads.findIndex((head, k) => head === branch && view.deprels[k] === 'mark')
  return /^(?:as|while|though|although|even)$/.test(view.lower[mark] ?? '') && (isAfter || mark !== -1)
}

/** The token under `verb` through which `token` hangs on it, the verb itself for the verb; -1 for what does not. */
function branchOf(view: SentenceView, verb: number, token: number): number {
  for (let at = token, last = verb, steps = 0; at >= 0 && steps < 60; steps++) {
    if (at === verb) return last
    last = at
    at = view.heads[at] ?? -1
  }
  return -1
}
