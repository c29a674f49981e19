import { isAdverb, isCapital, isVerbLike, nounPhraseBefore } from './find-noun-phrase.ts'
import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'
import {
  appositionOpeners,
  auxiliaries,
  coordinators,
  prepositions,
  speakingNouns,
  subjectPronouns,
} from './word-classes.ts'

/** Who does something; `relative` when a relative pronoun stands between, so that the clause ends at its comma. */
export interface Subject extends TokenRange {
  readonly relative?: true
}

/**
 * Who does what the verb at `verb` says, standing before it: past adverbs, auxiliaries and an infinitive’s
 * governing verb, through an apposition between commas, or as the antecedent of “who”.
 */
export function subjectBefore(view: SentenceView, verb: number, stopAt: ReadonlySet<number>): Subject | null {
  let k = verb - 1
  for (; k >= 0; k--) {
    const word = view.lower[k] ?? ''
    if (word === 'to' || isAdverb(word)) continue
    if (auxiliaries.has(word) && !(/^['’]s$/.test(word) && !subjectPronouns.has(view.lower[k - 1] ?? '')))
      continue
    if (
      view.lower[k + 1] === 'to' &&
      /(?:ed|s|es)$|^(?:went|began|sought|took|came|chose|had|want|plan|hope)$/.test(word) &&
      k < verb - 1
    )
      continue
    break
  }
  const word = view.lower[k] ?? ''
  if (k < 0) return null
  if (word === 'who' || word === 'which') {
    const end = view.lower[k - 1] === ',' ? k - 2 : k - 1
    const antecedent = end >= 0 ? nounPhraseBefore(view, end, stopAt) : null
    return antecedent && { ...antecedent, relative: true }
  }
  if (word === ',') {
    const open = view.lower.lastIndexOf(',', k - 1)
    if (open <= 0) return null
    const opener = view.lower[open + 1] ?? ''
    const isAside =
      appositionOpeners.has(opener) ||
      prepositions.has(opener) ||
      speakingNouns.has(opener) ||
      /^(?:\d+|when)$/.test(opener) ||
      isCapital(view.words[open + 1])
    if (!isAside) return null
    const name = nounPhraseBefore(view, open - 1, stopAt)
    if (!name) return null
    // An aside such as “in a statement” is no part of who speaks; a description is.
    return prepositions.has(opener) || /^(?:citing|speaking|when)$/.test(opener)
      ? name
      : { from: name.from, to: k }
  }
  if (coordinators.has(word)) return null
  return nounPhraseBefore(view, k, stopAt)
}

/** The subject of the sentence’s first finite verb before `limit`: what a participle or a second verb shares. */
export function mainSubject(
  view: SentenceView,
  limit: number,
  stopAt: ReadonlySet<number>,
  from = 0,
): TokenRange | null {
  for (let k = from + 1; k < limit; k++) {
    if (!isVerbLike(view, k) && !stopAt.has(k)) continue
    const subject = subjectBefore(view, k, stopAt)
    if (subject) return subject
  }
  return null
}
