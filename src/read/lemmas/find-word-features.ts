import type { Lexicon } from '../../records/lexicon.ts'
import { looksPlural } from './strip-ending.ts'
import { toPlainWord } from './to-plain-word.ts'

/**
 * What a word and its part of speech (UPOS) alone say of its morphology, as in CoNLL-U, sorted; null for nothing.
 *
 * Verbs and auxiliaries say nothing here: their form depends on the sentence.
 */
export function findWordFeatures(word: string, upos: string, lexicon: Lexicon): string | null {
  const plain = toPlainWord(word)
  const known = lexicon.words.get(upos)?.get(plain)?.features
  if (known != null) return known === '_' ? null : known
  switch (upos) {
    case 'NOUN':
      return findNounFeatures(plain)
    case 'PROPN':
      return /[@/]|^www\./.test(word) ? null : 'Number=Sing'
    case 'ADJ':
      return findAdjectiveFeatures(plain)
    case 'ADV':
      return findDegree(plain)
    case 'NUM':
      return findNumberFeatures(word, plain)
    default:
      return null
  }
}

function findNounFeatures(plain: string): string | null {
  if (/^'?\d+'?s$/.test(plain)) return 'Number=Ptan|NumForm=Combi|NumType=Card' // “the 1990s”
  return looksPlural(plain) ? 'Number=Plur' : 'Number=Sing'
}

function findAdjectiveFeatures(plain: string): string {
  if (/^\d[\d,]*(?:st|nd|rd|th)$/.test(plain)) return 'Degree=Pos|NumForm=Combi|NumType=Ord'
  return findDegree(plain) ?? 'Degree=Pos'
}

/** The lexicon knows the words that only look compared: “other”, “former”, “never”, “honest”. */
function findDegree(plain: string): string | null {
  if (plain.length < 5) return null
  if (plain.endsWith('er')) return 'Degree=Cmp'
  return plain.endsWith('est') ? 'Degree=Sup' : null
}

function findNumberFeatures(word: string, plain: string): string {
  if (/^\d+\/\d+$|^\d*[.]\d+$/.test(plain)) return 'NumForm=Digit|NumType=Frac'
  if (/\d/.test(plain))
    return /[a-z]/.test(plain) ? 'NumForm=Combi|NumType=Card' : 'NumForm=Digit|NumType=Card'
  if (/^[IVXLC]+$/.test(word)) return 'NumForm=Roman|NumType=Card'
  return 'NumForm=Word|NumType=Card'
}
