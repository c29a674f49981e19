import type { Token } from '../../records/reading.ts'

/** A phrase hangs no deeper in its clause than this; what does is a parse gone wrong. */
const deepest = 24

const bare = (token: Token | undefined) => token?.deprel.split(':')[0] ?? ''
const argument = /^(?:nsubj|obj|iobj|obl|csubj)$/

/** The first of coordinated phrases stands for all: “told Arce and him”. */
function firstConjunct(tokens: readonly Token[], at: number): number {
  let first = at
  for (let step = 0; step < deepest && bare(tokens[first]) === 'conj'; step++) {
    const head = tokens[first]?.head ?? -1
    if (head < 0 || head > first || /^(?:VERB|AUX)$/.test(tokens[head]?.upos ?? '')) break
    first = head
  }
  return first
}

/** The word that a phrase is an argument of; -1 where it is none’s. */
function governorOf(tokens: readonly Token[], at: number): number {
  const first = firstConjunct(tokens, at)
  return argument.test(bare(tokens[first])) ? (tokens[first]?.head ?? -1) : -1
}

/** Of one sentence: by the index of a verb, its subject and its first object. */
export interface Arguments {
  readonly subjects: ReadonlyMap<number, number>
  readonly objects: ReadonlyMap<number, number>
}

export function findArguments(tokens: readonly Token[]): Arguments {
  const subjects = new Map<number, number>()
  const objects = new Map<number, number>()
  for (const [i, token] of tokens.entries()) {
    const relation = bare(token)
    if (relation === 'nsubj' && !subjects.has(token.head)) subjects.set(token.head, i)
    if (/^i?obj$/.test(relation) && !objects.has(token.head)) objects.set(token.head, i)
  }
  return { subjects, objects }
}

/** Who does what a verb says, by the verb’s own subject or the one it shares: “Veresk came and told him”; -1 where nobody is seen to. */
export function subjectOf(tokens: readonly Token[], verb: number, { subjects, objects }: Arguments): number {
  let at = verb
  for (let step = 0; step < deepest && at >= 0; step++) {
    const own = subjects.get(at)
    if (own !== undefined) return own
    const relation = tokens[at]?.deprel ?? ''
    if (relation !== 'conj' && relation !== 'xcomp' && relation !== 'advcl') return -1
    at = tokens[at]?.head ?? -1
    // “Veresk asked Arce to help him”: the help is Arce’s.
    const asked = relation === 'xcomp' ? objects.get(at) : undefined
    if (asked !== undefined) return asked
  }
  return -1
}

/**
 * Whether a pronoun cannot mean a phrase of its own sentence: “Veresk told him” (one verb’s subject and object are
 * two), “his brother” (nobody is his own brother).
 */
export function isBarred(
  tokens: readonly Token[],
  pronoun: number,
  phrase: number,
  isPossessive: boolean,
  verbs: Arguments,
): boolean {
  let at = pronoun
  for (let step = 0; step < deepest; step++) {
    // “the man who lost his job” and “Arce and his wife” are free to be the same.
    if (!/^(?:nmod|compound|appos|amod|nummod|det)$/.test(bare(tokens[at]))) break
    at = tokens[at]?.head ?? -1
    if (at < 0) break
    if (at === phrase) return true
  }
  if (isPossessive) return false
  const verb = governorOf(tokens, pronoun)
  if (verb === -1) return false
  if (verb === governorOf(tokens, phrase)) return true
  if (bare(tokens[firstConjunct(tokens, pronoun)]) === 'nsubj') return false
  return subjectOf(tokens, verb, verbs) === firstConjunct(tokens, phrase)
}
