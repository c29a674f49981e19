import type { SentenceView } from '../sentence-view.ts'
import { isPast, readOperators } from './read-operators.ts'
import { lemmaAt, treeOf } from './sentence-tree.ts'

/** What happens where a plan comes about: “never took place”, “did not happen”. */
const happens = new Set(['happen', 'occur', 'materialise', 'materialize', 'proceed'])
/** What is done with a plan that does not come about. */
const dropped = new Set(['cancel', 'scrap', 'abandon', 'shelve', 'abort'])
/** Nouns that stand for what was planned, and pronouns. */
const planned =
  /^(?:talk|meeting|visit|summit|trip|plan|event|vote|deal|encounter|session|ceremony|journey|handover|it|that|this|which|they|he|she)s?$/

/** Clauses above a predicate, and clauses joined with it, that are looked at. */
const reach = 3
const mostJoined = 12

/**
 * Whether the same sentence tells that what was planned did not come about: “was expected to meet Arce, but the talks
 * never took place”, “…, a meeting that never took place”, “had planned to go but cancelled”.
 */
export function fellThrough(view: SentenceView, p: number): boolean {
  const { children } = treeOf(view)
  let plan = p
  for (
    let step = 0;
    step < reach && /^(?:xcomp|advcl|acl|ccomp|obj)$/.test(view.deprels[plan] ?? '');
    step++
  ) {
    const head = view.heads[plan] ?? -1
    if (head < 0) break
    plan = head
  }
  if (!isPast(view, plan)) return false
  for (const holder of new Set([plan, p]))
    for (const k of (children[holder] ?? []).slice(-mostJoined))
      if (k > p && /^(?:conj|parataxis|advcl)/.test(view.deprels[k] ?? '') && comesToNothing(view, k))
        return true
  // “…, a meeting that never took place”
  for (let k = p + 1; k < Math.min(view.words.length, p + 24); k++)
    if (view.deprels[k] === 'acl:relcl' && isAppositive(view, view.heads[k] ?? -1) && comesToNothing(view, k))
      return true
  return false
}

const isAppositive = (view: SentenceView, noun: number) =>
  /^(?:appos|parataxis)$/.test(view.deprels[noun] ?? '') && planned.test(lemmaAt(view, noun))

/** “the talks never took place”, “the visit was cancelled”, “they fell through”, “cancelled”. */
function comesToNothing(view: SentenceView, verb: number): boolean {
  const { subject, negation, particle } = readOperators(view, verb)
  if (subject !== -1 && !planned.test(lemmaAt(view, subject))) return false
  const lemma = lemmaAt(view, verb)
  const next = view.lower[particle === -1 ? verb + 1 : particle] ?? ''
  const isDropped =
    dropped.has(lemma) || (lemma === 'call' && next === 'off') || (lemma === 'fall' && next === 'through')
  if (isDropped) return negation === -1
  const isHappening =
    happens.has(lemma) || (lemma === 'take' && next === 'place') || (lemma === 'go' && next === 'ahead')
  return isHappening && negation !== -1
}
