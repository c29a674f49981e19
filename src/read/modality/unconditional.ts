import type { Verdict } from './judge-predicate.ts'

/**
 * What is left of “would” where no condition is set in words, so that nothing is called conditional whose condition
 * cannot be shown.
 *
 * Of somebody’s words it is the future of what they said: “He would be welcome in Selgrad, the premier said” plans,
 * “They would not sign” denies that it will come about. In the outlet’s own voice, and in “would have”, it is a guess.
 *
 * @param isSaid whether somebody’s statement holds the words.
 */
export function unconditional(verdict: Verdict, isSaid: boolean): Verdict {
  if (verdict.modality !== 'conditional' || verdict.condition) return verdict
  if (!isSaid || verdict.factuality <= -1.5) return { ...verdict, modality: 'hedged' }
  return {
    ...verdict,
    modality: verdict.isNegated ? 'negated' : 'planned',
    isFuture: true,
    isHypothetical: false,
  }
}
