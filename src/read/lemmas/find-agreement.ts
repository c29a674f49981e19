import type { Clause, ParsedWords } from './find-clauses.ts'

/** A verb agrees with its subject in these. */
export interface Agreement {
  readonly number: 'Sing' | 'Plur'
  readonly person: 1 | 2 | 3
}

const third: Agreement = { number: 'Sing', person: 3 }
const plural: Agreement = { number: 'Plur', person: 3 }
const persons: ReadonlyMap<string, Agreement> = new Map<string, Agreement>([
  ['i', { number: 'Sing', person: 1 }],
  ['we', { number: 'Plur', person: 1 }],
  ['you', { number: 'Sing', person: 2 }],
  ['u', { number: 'Sing', person: 2 }],
  ['they', plural],
])
const relatives = new Set(['who', 'which', 'that'])

/**
 * The person and number of the subject that a verb or an auxiliary agrees with; null where it has none.
 *
 * @param features what is known of each word’s morphology; of nouns and pronouns, everything.
 */
export function findAgreement(
  at: number,
  parsed: ParsedWords,
  clauses: readonly Clause[],
  features: readonly (string | null)[],
): Agreement | null {
  let verb = at
  // “They came and went”, “what they are”: up to the word that has a subject, through conjuncts and from auxiliaries.
  for (let step = 0; step < 8; step++) {
    const subject = clauses[verb]?.subject ?? -1
    if (subject !== -1 && subject !== at) return agreementOf(subject, verb, parsed, clauses, features)
    const deprel = parsed.deprels[verb] ?? ''
    if (!/^(?:conj|aux|cop)/.test(deprel)) break
    verb = parsed.heads[verb] ?? -1
    if (verb < 0) break
  }
  return null
}

function agreementOf(
  subject: number,
  verb: number,
  parsed: ParsedWords,
  clauses: readonly Clause[],
  features: readonly (string | null)[],
): Agreement {
  const word = parsed.words[subject] ?? ''
  const head = parsed.heads[verb] ?? -1
  // “the envoys who met him”: the verb agrees with the envoys.
  if (relatives.has(word) && parsed.deprels[verb] === 'acl:relcl' && head >= 0)
    return agreementOf(head, head, parsed, clauses, features)
  if (clauses[subject]?.coordinated) return plural
  const person = persons.get(word)
  if (person) return person
  return /Number=(?:Plur|Ptan)/.test(features[subject] ?? '') ? plural : third
}
