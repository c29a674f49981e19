import type { CueFrame } from '../records/resources.ts'
import type { SentenceView } from './sentence-view.ts'
import {
  auxiliaries,
  determiners,
  finiteVerbs,
  possessives,
  prepositions,
  subjectPronouns,
  timeNouns,
} from './word-classes.ts'

/** Whether what stands at `k` can be what the cue attributes. */
export function hasComplement(
  view: SentenceView,
  k: number,
  frames: ReadonlySet<CueFrame | 'source'>,
): boolean {
  const word = view.lower[k] ?? ''
  if (k >= view.wordEnd) return false
  if (word === 'that') return frames.has('t')
  if (word === ':') return frames.has('q')
  if (opensQuotation(view, k) || (word === ',' && opensQuotation(view, k + 1)))
    return frames.has('q') || frames.has('n') || frames.has('t')
  const asks = /^(?:whether|how|why|what|who|when|where|if)$/.test(word)
  if (asks && (frames.has('w') || word !== 'if')) return frames.has('w')
  if (word === 'to' && frames.has('i')) return startsInfinitive(view, k)
  if (frames.has('a') && !prepositions.has(word) && /^\p{L}/u.test(word)) return true
  if (frames.has('n') && !prepositions.has(word) && /^[\p{L}\p{N}“"]/u.test(word) && !timeNouns.has(word))
    return true
  if (!frames.has('b')) return false
  // “said if the ships stayed, the talks would end”
  if (/^(?:if|once|unless)$/.test(word)) return startsClause(view, k + 1)
  return startsClause(view, k)
}

/** “to leave”, not “to nothing” or “to Selgrad”. */
export function startsInfinitive(view: SentenceView, k: number): boolean {
  const next = view.lower[k + 1] ?? ''
  if (
    view.lower[k] !== 'to' ||
    !/^\p{Ll}/u.test(view.words[k + 1] ?? '') ||
    view.quoted[k] !== view.quoted[k + 1]
  )
    return false
  return (
    !determiners.has(next) &&
    !possessives.has(next) &&
    !/^(?:no|some|any|every)thing$|^(?:him|them|me|us|it|terms|about)$/.test(next)
  )
}

/** A clause without “that” has a subject first and a verb after it: “said the bridge had fallen”. */
function startsClause(view: SentenceView, k: number): boolean {
  const word = view.lower[k] ?? ''
  if (auxiliaries.has(word) || finiteVerbs.has(word)) return false // “which he says was rigged”
  if (timeNouns.has(word) || (prepositions.has(word) && word !== 'about') || !/^[\p{L}\p{N}$€£]/u.test(word))
    return false
  if (subjectPronouns.has(word)) return true
  if (view.parsed) return holdsFiniteVerb(view, k + 1)
  for (let j = k + 1; j < view.wordEnd; j++) {
    const later = view.lower[j] ?? ''
    if (/^[,;:—]$/.test(later)) return false
    if (auxiliaries.has(later) || finiteVerbs.has(later) || (/ed$/.test(later) && later.length > 4))
      return true
    // “said Morvenia wants peace”: the verb right after a name. “maintained friendly ties” has none.
    if (/[^s]s$/.test(later) && /^\p{Lu}/u.test(view.words[j - 1] ?? '')) return true
  }
  return determiners.has(word) && view.wordEnd - k > 3
}

/** “told the ambassador at the start of the talks” has none before its end; “said the bridge had fallen” has. */
function holdsFiniteVerb(view: SentenceView, from: number): boolean {
  for (let j = from; j < view.wordEnd; j++) {
    // “Critics say the law, which took effect in May, gives …”: past the relative clause.
    if (view.lower[j] === ',' && /^(?:which|who)$/.test(view.lower[j + 1] ?? '')) {
      const close = view.lower.slice(j + 2, j + 26).indexOf(',')
      if (close === -1) return false
      j += close + 2
      continue
    }
    if (/^[,;:—]$/.test(view.lower[j] ?? '')) return false
    if (/^(?:VERB|AUX)$/.test(view.upos[j] ?? '') && view.lower[j - 1] !== 'to') return true
  }
  return false
}

export function opensQuotation(view: SentenceView, k: number): boolean {
  const here = view.quoted[k] ?? -1
  return here !== -1 && here !== (view.quoted[k - 1] ?? -1)
}
