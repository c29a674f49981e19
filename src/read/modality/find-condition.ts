import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { isPast, readOperators } from './read-operators.ts'
import { lemmaAt, oncePerToken, treeOf } from './sentence-tree.ts'

const openers = new Set([
  'if',
  'unless',
  'provided',
  'providing',
  'assuming',
  'supposing',
  'as long as',
  'in case',
])

/** Whether a clause sets a condition: “if …”, “unless …”, “provided that …”, “should he …”, “had he …”. */
export function setsCondition(view: SentenceView, clause: number): boolean {
  if (!(view.deprels[clause] ?? '').startsWith('advcl')) return false
  const { mark } = readOperators(view, clause)
  return openers.has(mark) || isProvided(view, clause) || isInverted(view, clause)
}

/** “provided that she signs”: some parses make “provided” the clause’s own verb. */
function isProvided(view: SentenceView, clause: number): boolean {
  const word = view.lower[clause] ?? ''
  const first = treeOf(view).extents[clause]?.from ?? clause
  return (
    /^(?:provided|providing|assuming|supposing)$/.test(word) &&
    first === clause &&
    view.lower[clause + 1] !== 'by'
  )
}

/** “had he known”, “should he decide”, “were she to go”: the auxiliary stands before its subject. */
function isInverted(view: SentenceView, clause: number): boolean {
  const first = treeOf(view).extents[clause]?.from ?? -1
  if (!/^(?:had|should|were)$/.test(view.lower[first] ?? '')) return false
  const { subject, mark } = readOperators(view, clause)
  return subject > first && subject < clause + 1 && (mark === '' || mark === 'to')
}

/** “Had he known, he would …”: some parses make “had” an auxiliary of what follows, with “known” below it. */
const isStrayInversion = (view: SentenceView, k: number) =>
  view.deprels[k] === 'aux' &&
  /^(?:had|should|were)$/.test(view.lower[k] ?? '') &&
  (treeOf(view).children[k] ?? []).some(
    (below) => below > k + 1 && /^(?:xcomp|ccomp)$/.test(view.deprels[below] ?? ''),
  )

/** “once matters are resolved”, “when he arrives”: a condition only before what has yet to happen. */
const waits = (view: SentenceView, clause: number) =>
  (view.deprels[clause] ?? '').startsWith('advcl') &&
  (treeOf(view).children[clause] ?? []).some(
    (k) => view.lower[k] === 'once' && /^(?:mark|advmod)$/.test(view.deprels[k] ?? '') && k < clause,
  )

/**
 * Finds the condition that a predicate stands under: its own, or the one behind the last of the verbs that it is
 * joined with or opens (“is willing to step down and leave if …”); null for none.
 */
export const findCondition = oncePerToken((view, p) => find(view, p, 0))

function find(view: SentenceView, p: number, depth: number): TokenRange | null {
  const isOpen = isUnsettled(view, p)
  for (const k of treeOf(view).children[p] ?? []) {
    const relation = view.deprels[k] ?? ''
    if (
      relation.startsWith('advcl') &&
      (setsCondition(view, k) ? isOpen !== 'past' : isOpen === 'future' && waits(view, k))
    )
      return conditionRange(view, k, p)
    if (isStrayInversion(view, k)) return conditionRange(view, k, p)
    if (depth >= 3 || k < p) continue
    const joins = relation === 'xcomp' || (relation === 'conj' && readOperators(view, k).subject === -1)
    const below = joins ? find(view, k, depth + 1) : null
    // “He left and will return if asked”: a condition of the second alone, where only that is open.
    if (below && (relation === 'xcomp' || isOpen !== 'past')) return below
  }
  if (depth > 0 || isOpen === 'past') return null
  return strayCondition(view, p) ?? (isOpen === 'future' ? lentCondition(view, p) : null)
}

/**
 * “would lift the sanctions that it imposed in March | if Arce agreed”: what has happened waits for nothing, so that a
 * condition which the parse hangs on the relative clause before it belongs to the verb above.
 */
function lentCondition(view: SentenceView, p: number): TokenRange | null {
  const { children } = treeOf(view)
  let at = p
  for (let steps = 0; steps < 4; steps++) {
    const last = (children[at] ?? []).findLast((k) => k > at && view.upos[k] !== 'PUNCT')
    if (last === undefined) return null
    if (view.deprels[last]?.startsWith('advcl') && setsCondition(view, last))
      return view.deprels[at] === 'acl:relcl' && isUnsettled(view, at) === 'past'
        ? conditionRange(view, last, at)
        : null
    if (!/^(?:obj|obl|nmod|xcomp|acl:relcl)/.test(view.deprels[last] ?? '')) return null
    at = last
  }
  return null
}

/** “said that once it is settled, they would meet”: some parses hang both clauses on the verb of saying. */
function strayCondition(view: SentenceView, p: number): TokenRange | null {
  if (view.deprels[p] !== 'ccomp') return null
  const siblings = treeOf(view).children[view.heads[p] ?? -1] ?? []
  const before = siblings.find((k) => k < p && isStray(view, k))
  return before === undefined ? null : conditionRange(view, before, p)
}

/** Whether a clause that the parse takes for a complement is a condition, since “that” stands before its “if”. */
export function isStray(view: SentenceView, clause: number): boolean {
  if (view.deprels[clause] !== 'ccomp') return false
  const marks = (treeOf(view).children[clause] ?? []).filter((k) => view.deprels[k] === 'mark')
  const [first, second] = marks.map((k) => view.lower[k] ?? '')
  return first === 'that' && second !== undefined && (openers.has(second) || second === 'once')
}

/** Whether a predicate has yet to happen, or has happened; “If he was tired, he did not show it” sets no condition. */
function isUnsettled(view: SentenceView, p: number): 'future' | 'past' | 'open' {
  const { modal, perfect } = readOperators(view, p)
  if (modal !== -1) return 'future'
  const isPlan = /^(?:plan|promise|vow|agree|offer|threaten|willing|ready|prepared|want|hope)$/.test(
    lemmaAt(view, p),
  )
  if (isPlan) return 'future'
  // “the sanctions that it has imposed, if …”
  return isPast(view, p) || perfect ? 'past' : 'open'
}

/** The words of a clause, less the marks at its ends; the predicate it hangs on is no part of it. */
export function conditionRange(view: SentenceView, clause: number, above: number): TokenRange {
  let { from, to } = treeOf(view).extents[clause] ?? { from: clause, to: clause + 1 }
  if (from <= above && above < to) [from, to] = above < clause ? [above + 1, to] : [from, above]
  // “Unless the ships leave, | the port would close, he warned”: some parses hang the far comma on the condition.
  const sibling = (treeOf(view).children[above] ?? []).find(
    (k) => k > clause && (treeOf(view).extents[k]?.from ?? k) > clause && view.upos[k] !== 'PUNCT',
  )
  if (clause < above && sibling !== undefined) to = Math.min(to, treeOf(view).extents[sibling]?.from ?? to)
  const isEdge = (k: number) => view.upos[k] === 'PUNCT' && !/^[“”"]$/.test(view.words[k] ?? '')
  while (from < clause && (isEdge(from) || view.deprels[from] === 'cc' || isThat(view, from))) from++
  while (to > clause + 1 && (isEdge(to - 1) || /^[“”"]$/.test(view.words[to - 1] ?? ''))) to--
  return { from, to }
}

/** The “that” before “if” or “once” belongs to what is said. */
const isThat = (view: SentenceView, k: number) => view.lower[k] === 'that' && view.deprels[k] === 'mark'
