import type { Cues, HedgeKind } from '../../records/resources.ts'
import type { SentenceView } from '../sentence-view.ts'
import type { TokenRange } from '../token-range.ts'
import { hedgeFeatures } from './hedge-features.ts'
import { lemmaAt, treeOf } from './sentence-tree.ts'

/** Where words that may hedge stand, and the kinds they may be of. */
export interface HedgeCandidate extends TokenRange {
  readonly kinds: readonly HedgeKind[]
  readonly isSure: boolean
}

/** Words of the longest entry of the table. */
const longest = 5

/** Least probability of each kind: best F1 in cross-validation within the four fifths that learn, 2026-11-25. */
const leastProbability: Readonly<Record<HedgeKind, number>> = {
  epistemic: 0.4,
  doxastic: 0.45,
  investigation: 0.35,
  condition: 0.36,
}

/** The entry of the table that begins at a token, the longest; null for none. */
export function hedgeCandidateAt(view: SentenceView, k: number, { hedges }: Cues): HedgeCandidate | null {
  for (let to = Math.min(view.words.length, k + longest); to > k + 1; to--) {
    const phrase = view.lower.slice(k, to).join(' ')
    const kinds = hedges.words.get(phrase)
    if (kinds) return { from: k, to, kinds, isSure: hedges.sure.has(phrase) }
  }
  const word = view.lower[k] ?? ''
  if (word === 'if' && isIdle(view, k)) return null
  const lemma = lemmaAt(view, k)
  const kinds = [...new Set([...(hedges.words.get(word) ?? []), ...(hedges.words.get(lemma) ?? [])])]
  return kinds.length > 0 ? { from: k, to: k + 1, kinds, isSure: hedges.sure.has(word) } : null
}

/** “as if”, “little, if any”, “if and only if”: nothing waits for these. */
function isIdle(view: SentenceView, k: number): boolean {
  const [before, next] = [view.lower[k - 1] ?? '', view.lower[k + 1] ?? '']
  const isPair =
    (next === 'and' && view.lower[k + 2] === 'only') || (before === 'only' && view.lower[k - 2] === 'and')
  return isPair || before === 'as' || next === 'any'
}

/** The kind of hedge that a word of the table is where it stands; null where it is none. */
export function judgeHedge(
  view: SentenceView,
  candidate: HedgeCandidate,
  { hedges }: Cues,
): HedgeKind | null {
  if (candidate.isSure) return candidate.kinds[0] ?? null
  const features = hedgeFeatures(view, candidate)
  let best: HedgeKind | null = null
  let bestProbability = 0
  for (const kind of candidate.kinds) {
    const weights = hedges.weights[kind]
    const odds = features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0)
    const probability = 1 / (1 + Math.exp(-odds))
    if (probability < leastProbability[kind] || probability < bestProbability) continue
    bestProbability = probability
    best = kind
  }
  return best
}

/**
 * The word beside a predicate that makes it less than sure: “probably left”, “the alleged attack”; -1 for none.
 *
 * A condition and a question are no hedges of the clause that they stand in.
 */
export function hedgeAt(view: SentenceView, p: number, cues: Cues): number {
  for (const k of treeOf(view).children[p] ?? []) {
    const relation = view.deprels[k] ?? ''
    if (!/^(?:advmod|amod|compound)$/.test(relation)) continue
    const candidate = hedgeCandidateAt(view, k, cues)
    const kind = candidate && judgeHedge(view, candidate, cues)
    if (kind === 'epistemic' || kind === 'doxastic') return k
  }
  return -1
}
