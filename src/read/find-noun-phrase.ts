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
export const isCapital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '')
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
      if (!opens || opener === 'speaking' || opener === 'citing' || !hangsOn(view, k + 1, first, k)) break
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

/** Whether the parse hangs what begins at `at` on tokens `from` to `to`: an apposition, not the next clause. */
function hangsOn(view: SentenceView, at: number, from: number, to: number): boolean {
  if (!view.parsed) return true
  for (let k = at, steps = 0; k >= 0 && steps < 12; k = view.heads[k] ?? -1, steps++)
    if (k >= from && k < to) return true
  return false
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
