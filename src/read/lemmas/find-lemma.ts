import type { Lexicon } from '../../records/lexicon.ts'
import {
  looksGerund,
  looksPast,
  stripDegree,
  stripGerund,
  stripPast,
  stripPlural,
  stripThird,
} from './strip-ending.ts'
import { toPlainWord } from './to-plain-word.ts'

/**
 * The lemma of a word with this part of speech (UPOS), as the UD treebank EWT writes lemmas.
 *
 * What depends on the sentence (“’s” is “be”, “have” or “we”) comes out as its commonest reading: `describeTokens`
 * knows better.
 */
export function findLemma(word: string, upos: string, lexicon: Lexicon): string {
  const plain = toPlainWord(word)
  const known = lexicon.words.get(upos)?.get(plain)?.lemma
  if (known != null) return known
  switch (upos) {
    case 'VERB':
    case 'AUX':
      return findVerbLemma(plain, lexicon)
    case 'NOUN':
      return findNounLemma(word, plain)
    case 'PROPN':
      // “Sanders”, “Reuters”, “Texas”: only what the lexicon knows as plural (“Americans”) loses its “s”.
      return word
    case 'ADJ':
      return stripComparison(plain)
    case 'NUM':
      return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
    case 'PUNCT':
    case 'SYM':
      return plainMarks.get(word) ?? word
    default:
      return plain
  }
}

const plainMarks: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['–', '-'],
  ['—', '-'],
  ['--', '-'],
  ['…', '...'],
])

function findVerbLemma(plain: string, lexicon: Lexicon): string {
  const irregular = lexicon.verbs.get(plain)
  if (irregular) return irregular.lemma
  if (looksPast(plain)) return stripPast(plain)
  if (looksGerund(plain)) return stripGerund(plain)
  return stripThird(plain)
}

/** “MPs” → “MP”, “TV” stays, “ENVOYS” → “envoy”. */
function findNounLemma(word: string, plain: string): string {
  if (/^\d/.test(word)) return plain // “1990s”
  if (isAcronym(word)) return word
  if (/^\p{Lu}{2,}s$/u.test(word)) return word.slice(0, -1)
  if (greekPlural.test(plain)) return `${plain.slice(0, -2)}is`
  return stripPlural(plain)
}

/** “crises” → “crisis”, “analyses” → “analysis”. */
const greekPlural = /(?:cris|alys|gnos|thes)es$/

/** Longer words in capitals are more often shouted (“WAR” in a headline, “SANCTIONS”). */
const isAcronym = (word: string) => /^(?:\p{Lu}{2,4}|(?:\p{Lu}\.){2,})$/u.test(word)

/** “larger” → “large”; the lexicon knows the words that only look compared (“former”, “honest”). */
export function stripComparison(plain: string): string {
  if (plain.length < 5) return plain
  if (plain.endsWith('er')) return stripDegree(plain, 'er')
  return plain.endsWith('est') ? stripDegree(plain, 'est') : plain
}
