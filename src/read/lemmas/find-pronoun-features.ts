import type { Clause, ParsedWords } from './find-clauses.ts'

/** Spelled alike as subject and object. */
const caseless = new Set(['you', 'it', 'u', 'ya', 'ye'])
const interrogatives = new Set(
  'who whom whose which what whatever whoever whichever where when why how'.split(' '),
)

/** Features of pronouns, and of “where” and its like, that depend on the sentence; others as they are. */
export function findPronounFeatures(
  at: number,
  features: string | null,
  parsed: ParsedWords,
  clauses: readonly Clause[],
): string | null {
  const upos = parsed.upos[at] ?? ''
  if (upos !== 'PRON' && upos !== 'ADV' && upos !== 'DET') return features
  const word = parsed.words[at] ?? ''
  const deprel = parsed.deprels[at] ?? ''
  if (interrogatives.has(word))
    return `${word === 'whose' ? 'Poss=Yes|' : ''}PronType=${isRelative(at, word, parsed, clauses) ? 'Rel' : 'Int'}`
  if (upos !== 'PRON') return features
  if (word === 'that')
    return isRelative(at, word, parsed, clauses) ? 'PronType=Rel' : 'Number=Sing|PronType=Dem'
  if (caseless.has(word))
    return features?.replace(/Case=\w+/, isSubject(deprel) ? 'Case=Nom' : 'Case=Acc') ?? null
  if (word === 'her')
    return deprel === 'nmod:poss'
      ? 'Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs'
      : 'Case=Acc|Gender=Fem|Number=Sing|Person=3|PronType=Prs'
  if (/sel(?:f|ves)$/.test(word))
    return features?.replace(/PronType=\w+/, isEmphatic(deprel) ? 'PronType=Emp' : 'PronType=Prs') ?? null
  return features
}

const isSubject = (deprel: string) => /^(?:nsubj|expl|root|conj|parataxis|appos)/.test(deprel)

/** “The minister himself said so.” */
const isEmphatic = (deprel: string) =>
  /^(?:nmod:unmarked|obl:unmarked|advmod|appos|nmod|dep|nmod:npmod|obl:npmod)$/.test(deprel)

/** “the envoy who came”, “what he wants is time”; not “he asked who came”. */
function isRelative(at: number, word: string, parsed: ParsedWords, clauses: readonly Clause[]): boolean {
  if (clauses[at]?.relative && word !== 'that') return true
  let above = parsed.heads[at] ?? -1
  for (let step = 0; step < 4 && above >= 0; step++) {
    const deprel = parsed.deprels[above] ?? ''
    if (deprel.endsWith(':relcl')) return true
    // “of whom the king said that …”, “whose house”: the relative clause may begin further up.
    if (!/^(?:nsubj|obj|obl|nmod|xcomp|ccomp|det|conj)/.test(deprel)) return false
    if (word === 'that' && deprel === 'conj') return false
    above = parsed.heads[above] ?? -1
  }
  return false
}
