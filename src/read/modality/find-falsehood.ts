import type { SentenceView } from '../sentence-view.ts'
import { lemmaAt, treeOf } from './sentence-tree.ts'

/** Nouns that tell what others say: “the report that …”. */
const tellings = new Set(
  'accusation account allegation assertion claim hoax lie narrative notion post report rumor rumour story suggestion theory video'.split(
    ' ',
  ),
)
const falsehoods = new Set(
  `baseless bogus debunked fabricated fabrication fake false fiction hoax incorrect invented invention lie misinformation
  myth nonsense propaganda rubbish unfounded unproven untrue wrong disinformation`.split(/\s+/),
)
/** Nouns of what would show it: “no evidence that …”. */
const grounds = new Set(['evidence', 'proof', 'indication', 'sign', 'suggestion', 'confirmation'])

/** Clauses above a predicate that are looked at. */
const reach = 6

/**
 * What the words around a clause say of its truth: `denied` where the report of it is called false (“the claim that X
 * attacked Y is false”), `hedged` where nothing is said to show it (“there is no evidence that …”); null for neither.
 */
export function findFalsehood(view: SentenceView, p: number): 'denied' | 'hedged' | null {
  let at = p
  for (let step = 0; step < reach; step++) {
    const head = view.heads[at] ?? -1
    if (head < 0 || head === at) return null
    const relation = view.deprels[at] ?? ''
    const noun = lemmaAt(view, head)
    if (/^(?:acl|ccomp|nmod)/.test(relation) && view.upos[head] === 'NOUN') {
      if (tellings.has(noun) && isCalledFalse(view, head)) return 'denied'
      if (grounds.has(noun) && isLacking(view, head)) return 'hedged'
    }
    // “falsely claimed that …”
    if (
      /^(?:ccomp|obj)/.test(relation) &&
      (treeOf(view).children[head] ?? []).some((k) => view.lower[k] === 'falsely')
    )
      return 'denied'
    at = head
  }
  return null
}

const isLacking = (view: SentenceView, noun: number) =>
  (treeOf(view).children[noun] ?? []).some((k) => /^(?:no|any|little|scant)$/.test(view.lower[k] ?? ''))

/** “is false”, “proved untrue”, “called the report … a fabrication”. */
function isCalledFalse(view: SentenceView, noun: number): boolean {
  const { children } = treeOf(view)
  const verb = view.heads[noun] ?? -1
  const isFalse = (k: number) => falsehoods.has(lemmaAt(view, k)) || falsehoods.has(view.lower[k] ?? '')
  if ((children[noun] ?? []).some((k) => view.deprels[k] === 'amod' && isFalse(k))) return true
  if (verb < 0) return false
  const isNegated = (k: number) =>
    (children[k] ?? []).some((child) => /^(?:not|n['’]t|never)$/.test(view.lower[child] ?? ''))
  if (isFalse(verb)) return !isNegated(verb)
  return (
    (children[verb] ?? []).some(
      (k) => /^(?:xcomp|obj|obl|ccomp|acl)$/.test(view.deprels[k] ?? '') && isFalse(k),
    ) && !isNegated(verb)
  )
}
