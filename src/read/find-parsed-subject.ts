import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'

/** Relations through which a verb shares the subject of the verb it hangs on: “declared … and declined to rule out”. */
const sharing = /^(?:conj|xcomp|advcl|parataxis|aux|cop)(?::|$)/

/**
 * The token that the parse makes the subject of the verb at `verb`, its own or the one that it shares; the
 * antecedent of “who”. -1 where the parse gives none.
 */
export function findSubjectHead(view: SentenceView, verb: number): number {
  let at = verb
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    const own = nearestSubject(view, at)
    const relation = view.deprels[at] ?? ''
    if (own !== -1) {
      const isRelative = /^(?:who|which|that)$/.test(view.lower[own] ?? '')
      return isRelative && relation.startsWith('acl') ? (view.heads[at] ?? -1) : own
    }
    if (relation.startsWith('acl')) return view.heads[at] ?? -1
    if (!sharing.test(relation)) return -1
    at = view.heads[at] ?? -1
  }
  return -1
}

/** Of several subjects, as greedy parsers give them, the one nearest before the verb. */
function nearestSubject(view: SentenceView, verb: number): number {
  const isSubject = (k: number) => view.heads[k] === verb && /^[nc]subj/.test(view.deprels[k] ?? '')
  for (let k = verb - 1; k >= 0; k--) if (isSubject(k)) return k
  for (let k = verb + 1; k < view.heads.length; k++) if (isSubject(k)) return k
  return -1
}

/** Everything that hangs on a token, as one range; what stands apart from it and marks at the ends are left out. */
export function phraseOf(view: SentenceView, head: number, leaveOut = -1): TokenRange {
  const hangs = (k: number): boolean => {
    for (let at = k, steps = 0; at >= 0 && steps < view.heads.length; at = view.heads[at] ?? -1, steps++) {
      if (at === leaveOut) return false
      if (at === head) return true
    }
    return false
  }
  let from = head
  let to = head + 1
  while (from > 0 && hangs(from - 1)) from--
  while (to < view.words.length && hangs(to)) to++
  const isMark = (k: number) => view.upos[k] === 'PUNCT' && !/^[“”"‘’]$/.test(view.words[k] ?? '')
  while (from < head && (isMark(from) || view.deprels[from] === 'cc')) from++
  while (to > head + 1 && (isMark(to - 1) || /^[“‘]$/.test(view.words[to - 1] ?? ''))) to--
  return { from, to }
}
