import { findDoubt } from '../../records/find-doubt.ts'
import type { Modality } from '../../records/reading.ts'
import type { Cues } from '../../records/resources.ts'
import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { isStray } from './find-condition.ts'
import { judgePredicate } from './judge-predicate.ts'
import { readOperators } from './read-operators.ts'
import { hasFeature, lemmaAt, treeOf } from './sentence-tree.ts'
import { unconditional } from './unconditional.ts'

/** What the words of a content say of themselves, and the condition they set. */
export interface Judgement {
  readonly modality: Modality | null
  readonly condition: TokenRange | null
}

/**
 * Judges how surely a stretch of a sentence presents what it says, by its uppermost predicate: null where plainly.
 *
 * What stands outside the stretch does not bear on it, nor does a hedge of a clause within it.
 */
export function judgeModality(view: SentenceView, content: TokenRange, cues: Cues): Judgement {
  const top = topOf(view, content)
  if (top === -1) return { modality: null, condition: null }
  const doubt = doubtIn(view, content)
  // “she was sceptical that …” leaves it open; “there is no doubt that he will go” says that he will.
  if (doubt?.isDoubted) return { modality: 'hedged', condition: null }
  if (doubt) return judgeModality(view, { from: doubt.from, to: content.to }, cues)
  const { modality, condition } = unconditional(
    judgePredicate({ view, cues, scope: content }, clauseOf(view, top, cues)),
    true,
  )
  // “Do not come”: who forbids says nothing of what happened.
  if (modality === 'negated' && hasFeature(view, top, 'Mood=Imp')) return { modality: null, condition: null }
  if (modality === 'fact' || modality === 'reported') return { modality: null, condition: null }
  return { modality, condition: modality === 'conditional' ? condition : null }
}

/** The doubt at the head of a stretch, and the token where what is doubted begins; that is behind its first always. */
function doubtIn(
  { words }: SentenceView,
  { from, to }: TokenRange,
): { from: number; isDoubted: boolean } | null {
  const head = words.slice(from, Math.min(to, from + 40))
  const doubt = findDoubt(head.join(' '))
  if (!doubt) return null
  let at = from
  for (let length = 0; length < doubt.start; at++) length += (words[at]?.length ?? 0) + 1
  return { from: at, isDoubted: doubt.isDoubted }
}

/** Nouns that are announced in place of what they announce: “signalled willingness to talk”. */
const aims = new Set(['plan', 'intention', 'willingness', 'readiness'])

/**
 * “the possibility that he may leave”, “plans to close the port”: of a noun that holds a clause the table tells, the
 * clause.
 */
function clauseOf(view: SentenceView, top: number, cues: Cues): number {
  if (view.upos[top] !== 'NOUN' || readOperators(view, top).copula !== -1) return top
  const noun = lemmaAt(view, top)
  const marks = [...(cues.commitments.has(`that ${noun}`) ? ['that'] : []), ...(aims.has(noun) ? ['to'] : [])]
  const children = treeOf(view).children[top] ?? []
  return (
    children.find(
      (k) =>
        k > top &&
        /^(?:acl|ccomp)$/.test(view.deprels[k] ?? '') &&
        marks.includes(readOperators(view, k).mark),
    ) ?? top
  )
}

/** The token of a stretch that hangs on none other of it: a verb before any other; -1 where it is all marks. */
export function topOf(view: SentenceView, { from, to }: TokenRange): number {
  let best = -1
  for (let k = from; k < to; k++) {
    const head = view.heads[k] ?? -1
    if ((head >= from && head < to) || /^(?:PUNCT|CCONJ|SCONJ|PART)$/.test(view.upos[k] ?? '')) continue
    if (isStray(view, k)) continue
    if (best === -1 || (!isClause(view, best) && isClause(view, k))) best = k
  }
  return best
}

/** Whether a token heads a clause, rather than a phrase. */
export const isClause = (view: SentenceView, k: number) =>
  /^(?:VERB|AUX)$/.test(view.upos[k] ?? '') || /^(?:ccomp|root|parataxis|xcomp)$/.test(view.deprels[k] ?? '')
