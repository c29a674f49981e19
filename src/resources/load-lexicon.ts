import type { Lexicon, LexiconVerb, LexiconWord, VerbForm } from '../records/lexicon.ts'
import { parseTable } from './parse-table.ts'

/** Builds the lexicon from the two tables of `data/lexicon/`. */
export function loadLexicon(verbTable: string, wordTable: string): Lexicon {
  return { verbs: readVerbs(verbTable), words: readWords(wordTable) }
}

const columns = ['third', 'present', 'past', 'participle', 'gerund'] as const

/** Where a spelling belongs to two verbs (“found”, “lay”), it can be what either can be; the first has the lemma. */
function readVerbs(table: string): Map<string, LexiconVerb> {
  const verbs = new Map<string, { lemma: string; forms: Set<VerbForm> }>()
  const add = (word: string, lemma: string, form: VerbForm) => {
    const known = verbs.get(word) ?? { lemma, forms: new Set() }
    known.forms.add(form)
    verbs.set(word, known)
  }
  for (const row of parseTable('lexicon/verbs.tsv', table)) {
    const { lemma = '' } = row
    add(lemma, lemma, 'base')
    for (const form of columns)
      for (const word of (row[form] ?? '-').split('/')) if (word !== '-') add(word, lemma, form)
  }
  return verbs
}

function readWords(table: string): Map<string, Map<string, LexiconWord>> {
  const words = new Map<string, Map<string, LexiconWord>>()
  for (const { word = '', upos = '', lemma = '', features = '' } of parseTable('lexicon/words.tsv', table)) {
    const ofKind = words.get(upos) ?? new Map<string, LexiconWord>()
    ofKind.set(word, { lemma: lemma === '-' ? null : lemma, features: features === '-' ? null : features })
    words.set(upos, ofKind)
  }
  return words
}
