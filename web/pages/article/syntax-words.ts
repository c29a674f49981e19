/** Parts of speech in plain words, by their tag in Universal Dependencies. */
export const partOfSpeechWords: Readonly<Record<string, string>> = {
  ADJ: 'adjective',
  ADP: 'preposition',
  ADV: 'adverb',
  AUX: 'auxiliary verb',
  CCONJ: 'coordinating conjunction',
  DET: 'determiner',
  INTJ: 'interjection',
  NOUN: 'noun',
  NUM: 'number',
  PART: 'particle',
  PRON: 'pronoun',
  PROPN: 'proper noun',
  PUNCT: 'punctuation',
  SCONJ: 'subordinating conjunction',
  SYM: 'symbol',
  VERB: 'verb',
  X: 'other',
}

/** What a token is to its head in plain words, by the relation of Universal Dependencies without its subtype. */
const relationWords: Readonly<Record<string, string>> = {
  acl: 'clause that describes it',
  advcl: 'adverbial clause',
  advmod: 'adverb',
  amod: 'adjective',
  appos: 'apposition: the same again in other words',
  aux: 'auxiliary',
  case: 'preposition or possessive mark',
  cc: 'conjunction before it',
  ccomp: 'clause as its object',
  compound: 'part of a compound',
  conj: 'joined to it',
  cop: 'form of “be”',
  csubj: 'clause as its subject',
  dep: 'unclear relation',
  det: 'determiner',
  discourse: 'interjection',
  dislocated: 'moved to the edge',
  expl: 'filler: “there”, “it”',
  fixed: 'part of a fixed expression',
  flat: 'part of one name',
  goeswith: 'part of a split word',
  iobj: 'indirect object',
  list: 'entry of a list',
  mark: 'word that opens its clause',
  nmod: 'noun that describes it',
  nsubj: 'subject',
  nummod: 'number',
  obj: 'object',
  obl: 'with a preposition or an adverbial noun',
  orphan: 'left over where a verb is omitted',
  parataxis: 'clause set beside it',
  punct: 'punctuation',
  reparandum: 'corrected by it',
  root: 'head of the sentence',
  vocative: 'the one spoken to',
  xcomp: 'clause without a subject of its own',
}

/** The subtypes that say something a reader of news needs. */
const subtypeWords: Readonly<Record<string, string>> = {
  pass: 'of a passive',
  agent: 'by whom',
  poss: 'possessive',
  relcl: 'relative clause',
  tmod: 'of time',
}

/** “nsubj:pass” as “subject, of a passive”; undefined for a relation that is not known. */
export function relationInWords(deprel: string): string | undefined {
  const [relation = '', subtype = ''] = deprel.split(':')
  const words = relationWords[relation]
  const more = subtypeWords[subtype]
  return words === undefined || more === undefined ? words : `${words}, ${more}`
}
