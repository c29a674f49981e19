import type { Lexicon } from '../../records/lexicon.ts'
import { looksGerund } from './strip-ending.ts'

/** What the morphology of a word’s neighbours is decided from. */
export interface ParsedWords {
  /** As `toPlainWord` writes them. */
  readonly words: readonly string[]
  readonly upos: readonly string[]
  /** Index of each head, -1 for the root. */
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

/** What hangs on one word. */
export interface Clause {
  /** Index of its subject; -1 for none. */
  subject: number
  passive: boolean
  /** “has”, “had” … stands by it. */
  perfect: boolean
  /** A modal, or “do”, stands by it. */
  modal: boolean
  /** “do” stands by it. */
  doing: boolean
  /** “is”, “was” … stands by it, as an auxiliary. */
  progressive: boolean
  infinitive: boolean
  object: boolean
  coordinated: boolean
  /** It heads a free relative: “what they want”. */
  relative: boolean
}

const noClause: Clause = {
  subject: -1,
  passive: false,
  perfect: false,
  modal: false,
  doing: false,
  progressive: false,
  infinitive: false,
  object: false,
  coordinated: false,
  relative: false,
}

const have = new Set("have has had having 've ve haf".split(' '))
const be = new Set("be is are was were am been being 're 'm ai 's s m re".split(' '))
const doForms = new Set('do does did du'.split(' '))

/** Collects for each word what hangs on it. */
export function findClauses({ words, upos, heads, deprels }: ParsedWords, lexicon: Lexicon): Clause[] {
  const clauses: Clause[] = new Array(words.length).fill(noClause)
  for (let at = 0; at < words.length; at++) {
    const head = heads[at] ?? -1
    if (head < 0 || head >= words.length) continue
    const word = words[at] ?? ''
    const clause = clauses[head] === noClause ? { ...noClause } : (clauses[head] ?? noClause)
    if (note(clause, deprels[at] ?? '', word, upos[at] ?? '', at, words[head] ?? '', lexicon))
      clauses[head] = clause
  }
  return clauses
}

/** Notes one dependent; false when it says nothing. */
function note(
  clause: Clause,
  deprel: string,
  word: string,
  upos: string,
  at: number,
  head: string,
  lexicon: Lexicon,
): boolean {
  switch (deprel) {
    case 'nsubj:pass':
    case 'csubj:pass':
      clause.passive = true
      clause.subject = at
      return true
    case 'nsubj':
    case 'csubj':
    case 'nsubj:outer':
    case 'csubj:outer':
      if (clause.subject === -1 || deprel === 'nsubj') clause.subject = at
      return true
    case 'expl':
      if (clause.subject === -1) clause.subject = at
      return true
    case 'aux:pass':
      clause.passive = true
      return true
    case 'aux':
      noteAuxiliary(clause, readAuxiliary(word, head, deprel, lexicon), word)
      return true
    case 'mark':
      if (upos !== 'PART') return false
      clause.infinitive = true
      return true
    case 'obj':
      clause.object = true
      return true
    case 'conj':
      clause.coordinated = true
      return true
    case 'acl:relcl':
    case 'advcl:relcl':
      clause.relative = true
      return true
    default:
      return false
  }
}

function noteAuxiliary(clause: Clause, lemma: 'have' | 'be' | null, word: string): void {
  if (lemma === 'have') clause.perfect = true
  else if (lemma === 'be') clause.progressive = true
  else {
    clause.modal = true
    if (doForms.has(word)) clause.doing = true
  }
}

/** Which verb an auxiliary is a form of: “’s” is “have” in “he’s gone”, “’d” in “he’d gone”; null for the others. */
export function readAuxiliary(
  word: string,
  head: string,
  deprel: string,
  lexicon: Lexicon,
): 'have' | 'be' | null {
  if (word === "'s" || word === 's') {
    if (deprel !== 'aux' || looksGerund(head)) return 'be'
    return 'have'
  }
  if (word === "'d" || word === 'd') {
    const forms = lexicon.verbs.get(head)?.forms
    const participle = forms ? forms.has('participle') && !forms.has('base') : head.endsWith('ed')
    return deprel === 'aux' && (participle || head === 'better') ? 'have' : null
  }
  if (have.has(word)) return 'have'
  return be.has(word) ? 'be' : null
}
