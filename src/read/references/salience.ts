import type { Token } from '../../records/reading.ts'
import { relationOf } from './sentence-parts.ts'

/**
 * How much a phrase stands out by its relation, after Lappin and Leass (Computational Linguistics 1994): subjects
 * before objects before the rest; what only qualifies a noun (“the Veresk plan”) least.
 */
const weights: Readonly<Record<string, number>> = {
  nsubj: 80,
  obj: 50,
  iobj: 50,
  root: 50,
  vocative: 40,
  parataxis: 40,
  obl: 40,
  nmod: 25,
  compound: 10,
}
const otherWeight = 30
const possessorWeight = 35
/** Coordination and apposition go no deeper. */
const deepest = 12

/** The weight of a phrase by its head; the second of two has that of the first: “Arce and Veresk said”. */
export function weightOf(tokens: readonly Token[], head: number): number {
  let at = head
  for (let step = 0; step < deepest; step++) {
    const token = tokens[at]
    const relation = relationOf(token)
    if (token?.deprel === 'nmod:poss') return possessorWeight
    if (relation !== 'conj' && relation !== 'appos' && relation !== 'flat')
      return weights[relation] ?? otherWeight
    at = token?.head ?? -1
  }
  return otherWeight
}
