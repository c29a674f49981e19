import type { Lexicon, VerbForm } from '../../records/lexicon.ts'
import { type Clause, type ParsedWords, readAuxiliary } from './find-clauses.ts'
import { looksGerund, looksPast, looksPlural } from './strip-ending.ts'

/** The form that a verb or an auxiliary has in its sentence. */
export type SentenceForm =
  | 'infinitive'
  | 'imperative'
  | 'present'
  | 'past'
  | 'modal'
  | 'gerund'
  | 'present participle'
  | 'past participle'
  | 'passive participle'

const modals = new Set(
  "will would can could may might must shall should ought 'll ll wo ca sha cn wud cud shld shoud".split(' '),
)
const base: ReadonlySet<VerbForm> = new Set(['base'])
const third: ReadonlySet<VerbForm> = new Set(['third'])
const gerund: ReadonlySet<VerbForm> = new Set(['gerund'])
const pastOrParticiple: ReadonlySet<VerbForm> = new Set(['past', 'participle'])

/** What a word can be by its spelling, in the lexicon or by rule. */
function findForms(word: string, lexicon: Lexicon): ReadonlySet<VerbForm> {
  const irregular = lexicon.verbs.get(word)
  if (irregular) return irregular.forms
  if (looksPast(word)) return pastOrParticiple
  if (looksGerund(word)) return gerund
  return looksPlural(word) ? third : base
}

/** Words of these relations say something of their own; others with a participle are part of a noun phrase. */
const clausal = new Set([
  'root',
  'parataxis',
  'ccomp',
  'conj',
  'acl:relcl',
  'advcl:relcl',
  'discourse',
  'reparandum',
])
const nounLike = new Set([
  'acl',
  'xcomp',
  'csubj',
  'csubj:pass',
  'csubj:outer',
  'ccomp',
  'amod',
  'obj',
  'obl',
  'nmod',
  'nsubj',
  'compound',
])

/**
 * Judges the form of the verb at a place, as EWT annotates it, by its spelling and by what hangs on it.
 *
 * @param forms what was judged of the words before it: “to come and go” makes “go” what “come” is.
 */
export function judgeVerbForm(
  at: number,
  parsed: ParsedWords,
  clauses: readonly Clause[],
  forms: readonly (SentenceForm | undefined)[],
  lexicon: Lexicon,
): SentenceForm {
  const word = parsed.words[at] ?? ''
  const auxiliary = parsed.upos[at] === 'AUX'
  const deprel = parsed.deprels[at] ?? ''
  const head = parsed.heads[at] ?? -1
  const helps = auxiliary && (deprel.startsWith('aux') || deprel === 'cop')
  if (auxiliary && modals.has(word)) return 'modal'
  if (auxiliary && word === "'d")
    return readAuxiliary(word, parsed.words[head] ?? '', deprel, lexicon) === 'have' ? 'past' : 'modal'
  const clause = clauses[helps ? head : at]
  if (clause === undefined) return 'present'
  const possible = findForms(word, lexicon)
  const leader = deprel === 'conj' && clause.subject === -1 ? forms[head] : undefined
  const rel = helps ? (parsed.deprels[head] ?? '') : deprel
  if (possible.has('gerund')) {
    if (helps || clause.progressive) return 'present participle'
    if (leader === 'gerund' || leader === 'present participle') return leader
    return nounLike.has(rel) ? 'gerund' : 'present participle'
  }
  if (possible.has('third') || possible.has('present')) return 'present'
  if (helps) return judgeAuxiliary(word, possible, clause, rel)
  if (possible.has('past') || possible.has('participle')) {
    const past = judgePast(possible, clause, rel, leader)
    if (past !== null) return past
  }
  return judgeBase(clause, rel, leader)
}

/** An auxiliary has the clause of its head. */
function judgeAuxiliary(
  word: string,
  possible: ReadonlySet<VerbForm>,
  clause: Clause,
  rel: string,
): SentenceForm {
  if (possible.has('past')) return 'past'
  if (possible.has('participle')) return 'past participle'
  if (clause.infinitive || (clause.modal && word !== 'do')) return 'infinitive'
  if (clause.subject === -1 && word !== 'have') return clausal.has(rel) ? 'imperative' : 'infinitive'
  return word === 'be' ? 'infinitive' : 'present'
}

/** null: it is none of these, but a base form of the same spelling (“put”, “come”). */
function judgePast(
  possible: ReadonlySet<VerbForm>,
  clause: Clause,
  rel: string,
  leader: SentenceForm | undefined,
): SentenceForm | null {
  const participle = possible.has('participle')
  if (participle && clause.passive) return 'passive participle'
  if (participle && clause.perfect) return 'past participle'
  if (possible.has('base')) {
    if (clause.infinitive || clause.modal) return null
    if (leader === 'infinitive' || leader === 'imperative') return null
    // “The people who come” has a form that is no past; “we put it there” could be either.
    if (!possible.has('past') && (clause.subject !== -1 || clausal.has(rel))) return null
  }
  if (participle && (leader === 'passive participle' || leader === 'past participle')) return leader
  if (!possible.has('past')) return 'passive participle'
  if (!participle || clause.subject !== -1 || clause.modal) return 'past'
  if (leader !== undefined) return 'past'
  if (participle && clause.progressive) return 'passive participle'
  if (clausal.has(rel)) return 'past'
  return 'passive participle'
}

function judgeBase(clause: Clause, rel: string, leader: SentenceForm | undefined): SentenceForm {
  if (clause.infinitive) return 'infinitive'
  if (clause.modal)
    return clause.doing && clause.subject === -1 && clausal.has(rel) ? 'imperative' : 'infinitive'
  if (rel === 'xcomp') return 'infinitive'
  if (clause.subject !== -1) return 'present'
  if (leader === 'infinitive' || leader === 'imperative' || leader === 'present') return leader
  if (leader === 'past') return 'present'
  return clausal.has(rel) ? 'imperative' : 'infinitive'
}
