import type { Lexicon } from '../../records/lexicon.ts'
import { type Agreement, findAgreement } from './find-agreement.ts'
import { type Clause, findClauses, type ParsedWords, readAuxiliary } from './find-clauses.ts'
import { findLemma } from './find-lemma.ts'
import { findPronounFeatures } from './find-pronoun-features.ts'
import { findWordFeatures } from './find-word-features.ts'
import { judgeVerbForm, type SentenceForm } from './judge-verb-form.ts'
import { toPlainWord } from './to-plain-word.ts'

/** A token’s lemma and morphology, as Universal Dependencies writes them. */
export interface TokenDescription {
  readonly lemma: string
  /** As in CoNLL-U: `Number=Sing|Person=3|…`, sorted; null for none. */
  readonly features: string | null
}

/** What `describeTokens` needs of a parse. */
export interface SentenceParse {
  readonly upos: readonly string[]
  /** Index of each token’s head, -1 for the root. */
  readonly heads: readonly number[]
  readonly deprels: readonly string[]
}

/**
 * Finds the lemma and the morphological features of every token of one sentence, by the conventions of UD English EWT.
 *
 * Linear in the length of the sentence. A wrong parse makes wrong features, never an error.
 */
export function describeTokens(
  words: readonly string[],
  { upos, heads, deprels }: SentenceParse,
  lexicon: Lexicon,
): TokenDescription[] {
  const parsed: ParsedWords = { words: words.map(toPlainWord), upos, heads, deprels }
  const clauses = findClauses(parsed, lexicon)
  const features = words.map((word, at) => {
    const alone = findWordFeatures(word, upos[at] ?? '', lexicon)
    return findPronounFeatures(at, alone, parsed, clauses)
  })
  const forms: (SentenceForm | undefined)[] = new Array(words.length)
  for (let at = 0; at < words.length; at++) {
    if (upos[at] !== 'VERB' && upos[at] !== 'AUX') continue
    const form = judgeVerbForm(at, parsed, clauses, forms, lexicon)
    forms[at] = form
    features[at] = writeVerbFeatures(form, at, parsed, clauses, features)
  }
  return words.map((word, at) => ({
    lemma: findLemmaInSentence(word, at, parsed, lexicon),
    features: features[at] ?? null,
  }))
}

function findLemmaInSentence(word: string, at: number, parsed: ParsedWords, lexicon: Lexicon): string {
  const upos = parsed.upos[at] ?? ''
  const plain = parsed.words[at] ?? ''
  if (upos === 'AUX' && (plain === "'s" || plain === "'d")) {
    const head = parsed.words[parsed.heads[at] ?? -1] ?? ''
    return readAuxiliary(plain, head, parsed.deprels[at] ?? '', lexicon) ?? 'would'
  }
  if (upos === 'PRON' && plain === 'her' && parsed.deprels[at] !== 'nmod:poss') return 'she'
  return findLemma(word, upos, lexicon)
}

const fixedFeatures: Readonly<Partial<Record<SentenceForm, string>>> = {
  infinitive: 'VerbForm=Inf',
  imperative: 'Mood=Imp|VerbForm=Fin',
  modal: 'VerbForm=Fin',
  gerund: 'VerbForm=Ger',
  'present participle': 'Tense=Pres|VerbForm=Part',
  'past participle': 'Tense=Past|VerbForm=Part',
  'passive participle': 'Tense=Past|VerbForm=Part|Voice=Pass',
}

function writeVerbFeatures(
  form: SentenceForm,
  at: number,
  parsed: ParsedWords,
  clauses: readonly Clause[],
  features: readonly (string | null)[],
): string {
  const fixed = fixedFeatures[form]
  if (fixed !== undefined) return fixed
  const word = parsed.words[at] ?? ''
  const { number, person } = agree(word, form, findAgreement(at, parsed, clauses, features))
  return `Mood=Ind|Number=${number}|Person=${person}|Tense=${form === 'past' ? 'Past' : 'Pres'}|VerbForm=Fin`
}

/** The spelling of the present, and of “was”, says more than the subject: “the police are”. */
function agree(word: string, form: SentenceForm, subject: Agreement | null): Agreement {
  const found = subject ?? { number: 'Sing', person: 3 }
  if (word === 'am' || word === "'m") return { number: 'Sing', person: 1 }
  if (word === 'was') return { number: 'Sing', person: found.person === 1 ? 1 : 3 }
  if (form === 'past' && word !== 'were') return found
  if (form === 'present' && word !== 'are' && word !== "'re" && word.endsWith('s'))
    return { number: 'Sing', person: 3 }
  return found.person === 3 ? { number: 'Plur', person: 3 } : found
}
