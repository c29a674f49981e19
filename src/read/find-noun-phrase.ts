import type { SentenceView } from './sentence-view.ts'
import type { TokenRange } from './token-range.ts'
import {
  adverbs,
  appositionOpeners,
  auxiliaries,
  coordinators,
  determiners,
  finiteVerbs,
  possessives,
  prepositions,
  speakingNouns,
  subjectPronouns,
  subordinators,
  timeNouns,
} from './word-classes.ts'

const isWord = (word: string) => /^[\p{L}\p{N}$€£%@#]/u.test(word) || /^['’]s?$/.test(word)
const isJoint = (word: string) => /^[-‐/&.]$/.test(word)
const isCapital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '')
export const isAdverb = (word: string | undefined) =>
  word !== undefined &&
  (adverbs.has(word) ||
    (/ly$/.test(word) &&
      word.length > 4 &&
      !/^(?:family|italy|july|ally|reply|supply|assembly|friendly)$/.test(word)))

/** Past forms end like adjectives: “the widely criticized vote” holds together, “he visited Minsk” does not. */
export function isVerbLike(view: SentenceView, i: number): boolean {
  const word = view.lower[i] ?? ''
  if (finiteVerbs.has(word)) return true
  if (auxiliaries.has(word) && !possessives.has(word)) return true
  if (!/ed$/.test(word) || word.length < 5 || isCapital(view.words[i]) || /^un/.test(word)) return false
  const before = view.lower[i - 1]
  return !(
    before === undefined ||
    determiners.has(before) ||
    possessives.has(before) ||
    /^[-‐]$/.test(before) ||
    isAdverb(before)
  )
}

/** The subject’s noun phrase that ends with token `last`; null when no phrase ends there. */
export function nounPhraseBefore(
  view: SentenceView,
  last: number,
  stopAt: ReadonlySet<number>,
): TokenRange | null {
  const lastWord = view.lower[last] ?? ''
  if (subjectPronouns.has(lastWord) && !['that', 'who', 'there'].includes(lastWord))
    return { from: last, to: last + 1 }
  let from = last + 1
  for (let k = last; k >= 0; k--) {
    const word = view.lower[k] ?? ''
    if (!isWord(view.words[k] ?? '') && !isJoint(word)) break
    if (view.quoted[k] !== view.quoted[last]) break
    if (stopAt.has(k)) break
    if (k < last && subjectPronouns.has(word) && !determiners.has(word)) break
    if (subordinators.has(word) && !(prepositions.has(word) && k > 0)) break
    if (isVerbLike(view, k)) break
    if (coordinators.has(word) && !joinsNouns(view, k)) break
    if (/ing$/.test(word) && /^(?:is|are|was|were|be|been|['’](?:s|re))$/.test(view.lower[k - 1] ?? '')) break // “was answering MTA”
    from = k
  }
  const end = trimTime(view, from, last)
  from = trimStart(view, from, end)
  const head = view.lower[end] ?? ''
  const stands = /^(?:some|many|most|both|all|few|each|others?)$/.test(head) // “Many feel that …”
  if (from > end || prepositions.has(head) || (determiners.has(head) && !stands)) return null
  return { from, to: end + 1 }
}

/** “Foreign Minister Arce on Saturday”: when he spoke is no part of who he is. */
function trimTime(view: SentenceView, from: number, last: number): number {
  let end = last
  while (end > from && timeNouns.has(view.lower[end] ?? '')) {
    end--
    if (/^(?:last|next|this|late|early|earlier)$/.test(view.lower[end] ?? '')) end--
    if (prepositions.has(view.lower[end] ?? '')) end--
  }
  return end < from ? last : end
}

/** “meetings and public remarks”, “Arce and Marsh”, but not “… in Minsk and officials said”. */
function joinsNouns(view: SentenceView, k: number): boolean {
  const left = view.words[k - 1]
  const right = view.words[k + 1]
  if (left === undefined || right === undefined || !isWord(left) || view.lower[k] === 'but') return false
  return isCapital(left) === isCapital(right) ||
    determiners.has(view.lower[k + 1] ?? '') === determiners.has(view.lower[k - 2] ?? '')
    ? isCapital(left) === isCapital(right)
    : false
}

/** Leaves out what stands before the subject: “But on Thursday officials” is “officials”. */
function trimStart(view: SentenceView, start: number, last: number): number {
  let from = start
  for (;;) {
    const word = view.lower[from] ?? ''
    if (from > last) return from
    if (
      coordinators.has(word) ||
      isAdverb(word) ||
      isJoint(word) ||
      word === "'" ||
      word === '’' ||
      /^['’]s$/.test(word)
    )
      from++
    else if (
      /^(?:last|next|this|late|early|earlier|every|that)$/.test(word) &&
      timeNouns.has(view.lower[from + 1] ?? '')
    )
      from += 2
    else if (timeNouns.has(word) && from < last && !/^['’]/.test(view.lower[from + 1] ?? '')) from++
    else if (prepositions.has(word)) from = Math.max(from + 1, afterPrepositionalPhrase(view, from, last))
    else return from
  }
}

/** “In an interview Marsh”: the phrase ends where a second noun phrase begins. */
function afterPrepositionalPhrase(view: SentenceView, from: number, last: number): number {
  for (let k = from + 2; k <= last; k++) {
    const word = view.lower[k] ?? ''
    const before = view.lower[k - 1] ?? ''
    if (prepositions.has(before) || possessives.has(before) || determiners.has(before)) continue
    if (determiners.has(word) || subjectPronouns.has(word)) return k
    const newName = isCapital(view.words[k]) && (!isCapital(view.words[k - 1]) || timeNouns.has(before))
    if (newName && !isJoint(before)) return k
  }
  // “… to The Wexford Examiner, which”: the phrase’s own noun, where nothing but a name follows.
  const isName = view.words
    .slice(from + 1, last + 1)
    .every((word) => isCapital(word) || determiners.has(word.toLowerCase()))
  return isName ? from + 1 : last
}

/** The noun phrase that begins at token `first`, its apposition included: “Ana Petrov, a spokeswoman for the port”. */
export function nounPhraseAfter(
  view: SentenceView,
  first: number,
  stopAt: ReadonlySet<number>,
): TokenRange | null {
  if (subjectPronouns.has(view.lower[first] ?? '') && !determiners.has(view.lower[first] ?? ''))
    return { from: first, to: first + 1 }
  // “received her in Selgrad”
  if (
    /^(?:her|him|them|it|us|me|you)$/.test(view.lower[first] ?? '') &&
    !/^\p{L}/u.test(view.words[first + 1] ?? '')
  )
    return { from: first, to: first + 1 }
  if (
    /^(?:her|him|them|it|us|me|you)$/.test(view.lower[first] ?? '') &&
    prepositions.has(view.lower[first + 1] ?? '')
  )
    return { from: first, to: first + 1 }
  let to = first
  let inApposition = false
  for (let k = first; k < view.wordEnd; k++) {
    const word = view.lower[k] ?? ''
    if (view.quoted[k] !== view.quoted[first] || stopAt.has(k)) break
    if (word === ',') {
      if (inApposition) break
      const opener = view.lower[k + 1] ?? ''
      const opens =
        appositionOpeners.has(opener) || (speakingNouns.has(opener) && !isCapital(view.words[k + 1]))
      if (!opens || opener === 'speaking' || opener === 'citing') break
      inApposition = true
      continue
    }
    if (!isWord(view.words[k] ?? '') && !isJoint(word)) break
    if (
      !inApposition &&
      k > first &&
      (isVerbLike(view, k) || (subordinators.has(word) && !prepositions.has(word)))
    )
      break
    if (timeNouns.has(word) && !inApposition && !possessives.has(view.lower[k + 1] ?? '')) break
    if (prepositions.has(word) && !continuesPhrase(view, k)) break
    if (coordinators.has(word) && !joinsNouns(view, k)) break
    if (k > first && isAdverb(word) && !inApposition) break
    to = k + 1
  }
  while (to > first && (prepositions.has(view.lower[to - 1] ?? '') || view.lower[to - 1] === ',')) to--
  return to > first ? { from: first, to } : null
}

/** “the mayor of Selgrad” goes on; “the mayor in a statement”, “the mayor on Thursday” do not. */
function continuesPhrase(view: SentenceView, k: number): boolean {
  const word = view.lower[k] ?? ''
  const rest = view.lower.slice(k + 1, k + 5)
  if (
    rest.some((next) =>
      /^(?:statement|interview|remarks|comments|email|e-mail|tweet|letter|briefing|speech|post|conference)$/.test(
        next,
      ),
    )
  ) {
    return false
  }
  if (timeNouns.has(rest[0] ?? '') || timeNouns.has(rest[1] ?? '')) return false
  return /^(?:of|for|from|with|to|at|in)$/.test(word)
}

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
      /^\d+$/.test(opener) ||
      isCapital(view.words[open + 1])
    if (!isAside) return null
    const name = nounPhraseBefore(view, open - 1, stopAt)
    if (!name) return null
    // An aside such as “in a statement” is no part of who speaks; a description is.
    return prepositions.has(opener) ? name : { from: name.from, to: k }
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

/** Whether a phrase can say something: a name, a pronoun, a person, a text. “The timing suggests …” reports nobody. */
export function canSpeak(view: SentenceView, range: TokenRange): boolean {
  for (let k = range.from; k < range.to; k++) {
    const word = view.lower[k] ?? ''
    if (word === ',') break
    if (speakingNouns.has(word)) return true
  }
  const comma = view.lower.indexOf(',', range.from)
  const to = comma !== -1 && comma < range.to ? comma : range.to
  const of = view.lower.slice(range.from, to).findIndex((word) => prepositions.has(word))
  const head = of > 0 ? range.from + of - 1 : to - 1
  const word = view.lower[head] ?? ''
  if (subjectPronouns.has(word)) return !['it', 'this', 'that', 'these', 'those', 'there'].includes(word)
  return isCapital(view.words[head]) && !timeNouns.has(word)
}
