import type { Modality } from '../records/reading.ts'
import type { CueFrame, Cues } from '../records/resources.ts'
import { isAdverb } from './find-noun-phrase.ts'
import type { SentenceView } from './sentence-view.ts'
import {
  auxiliaries,
  coordinators,
  determiners,
  finiteVerbs,
  modals,
  possessives,
  prepositions,
  raisingVerbs,
  subjectPronouns,
  subordinators,
  timeNouns,
} from './word-classes.ts'

/** Words of a sentence that attribute; `from` and `to` count its tokens, half-open. */
export interface FoundCue {
  readonly from: number
  readonly to: number
  /** How the cue stands to its source: subject of a verb, what follows “according to”, the one quoted, nobody, or silence. */
  readonly kind: 'verb' | 'gerund' | 'source-follows' | 'quoting' | 'nobody' | 'passive' | 'silence'
  readonly frames: ReadonlySet<CueFrame | 'source'>
  readonly modality: Modality | null
}

const sourceless = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly', 'ostensibly'])
const beForms = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", '’s', "'re", '’re'])
const noFrames: ReadonlySet<CueFrame> = new Set()

/** Finds the cues of a sentence, in order; where two overlap, the longer. */
export function findCues(view: SentenceView, cues: Cues): FoundCue[] {
  const found: FoundCue[] = []
  for (let i = 0; i < view.wordEnd; i++) {
    const cue =
      silenceAt(view, i) ??
      quotingAt(view, i) ??
      phraseAt(view, i, cues) ??
      sourcelessAt(view, i) ??
      verbAt(view, i, cues)
    if (!cue) continue
    found.push(cue)
    i = cue.to - 1
  }
  return found
}

/** “MTA quoted Veresk as saying”: the one quoted is the source, the one who quotes relays. */
function quotingAt(view: SentenceView, i: number): FoundCue | null {
  if (!/^(?:quoted|quotes|quoting|cited|cites)$/.test(view.lower[i] ?? '')) return null
  for (let k = i + 2; k < Math.min(view.wordEnd, i + 14); k++) {
    if (view.lower[k] !== 'saying' || view.lower[k - 1] !== 'as') continue
    return { from: i, to: k + 1, kind: 'quoting', frames: new Set(['q', 't', 'b']), modality: 'reported' }
  }
  return null
}

/** “did not immediately respond”, “declined to comment”, “declined to say whether”, “could not be reached”. */
function silenceAt(view: SentenceView, i: number): FoundCue | null {
  const rest = view.lower.slice(i, i + 9)
  const line = rest.map((word) => (isAdverb(word) && !/^(?:not|n['’]t)$/.test(word) ? '*' : word)).join(' ')
  const length = (pattern: RegExp) => pattern.exec(line)?.[0]?.trim().split(' ').length ?? 0
  const to =
    length(
      /^(?:did|do|does|has|have|had) (?:not|n['’]t) (?:\* )*(?:respond|responded|reply|replied|return|returned|answer|answered|comment|commented)(?= |$)/,
    ) ||
    length(
      /^(?:declined|declines|refused|refuses|refusing|declining) (?:\* )*to (?:\* )*(?:comment|elaborate|answer|discuss|be interviewed)(?= |$)/,
    ) ||
    length(
      /^(?:declined|declines|refused|refuses|refusing|declining) (?:\* )*to (?:say|confirm|disclose|specify|reveal|explain)(?= (?:whether|if|who|what|when|where|why|how|which) )/,
    ) ||
    length(
      /^(?:did|does|do|would|will) (?:not|n['’]t) (?:\* )*(?:say|confirm|disclose|specify|reveal|explain)(?= (?:whether|if|who|what|when|where|why|how|which) )/,
    ) ||
    length(/^(?:would|will) (?:not|n['’]t) (?:\* )*(?:comment|elaborate|discuss|respond|answer)(?= |$)/) ||
    length(/^(?:declined|declines) (?:\* )*(?:comment|requests?)(?= |$)/) ||
    length(/^(?:could|can) (?:not|n['’]t) (?:\* )*be (?:\* )*reached(?: for comment)?/) ||
    length(/^(?:was|were|is|are) (?:not|n['’]t) (?:\* )*available for comment/) ||
    length(/^(?:had|has|have) no (?:immediate |further |\* )*comment/)
  return to > 0 ? { from: i, to: i + to, kind: 'silence', frames: noFrames, modality: 'no-comment' } : null
}

function phraseAt(view: SentenceView, i: number, cues: Cues): FoundCue | null {
  for (const phrase of cues.phrases.get(view.lower[i] ?? '') ?? []) {
    if (!phrase.words.every((word, k) => view.lower[i + k] === word)) continue
    const kind = phrase.frames.has('source')
      ? 'source-follows'
      : /ing$/.test(phrase.words[0] ?? '') && !beForms.has(view.lower[i - 1] ?? '')
        ? 'gerund'
        : 'verb'
    return { from: i, to: i + phrase.words.length, kind, frames: phrase.frames, modality: phrase.modality }
  }
  return null
}

function sourcelessAt(view: SentenceView, i: number): FoundCue | null {
  if (!sourceless.has(view.lower[i] ?? '')) return null
  return { from: i, to: i + 1, kind: 'nobody', frames: noFrames, modality: 'hedged' }
}

function verbAt(view: SentenceView, i: number, cues: Cues): FoundCue | null {
  const cue = cues.verbs.get(view.lower[i] ?? '')
  if (!cue || (/^\p{Lu}/u.test(view.words[i] ?? '') && i > 0)) return null
  // “its plans to expand”, “the recent demands”: nouns that look like verbs.
  if (view.parsed && !/^(?:VERB|AUX)$/.test(view.upos[i] ?? '')) return null
  const before = wordBefore(view, i)
  const next = view.lower[i + 1] ?? ''
  const passive = (cue.form === 'past' || cue.form === 'participle') && beForms.has(before)
  if (passive) return passiveAt(view, i, cue.frames, cue.modality)
  if (
    (determiners.has(before) && !/^(?:which|that|what|some|many|most|both|others)$/.test(before)) ||
    possessives.has(before) ||
    /^[-‐]$/.test(before)
  )
    return null // “the claim”, “his declared aim”
  if (prepositions.has(before) && before !== 'to' && cue.form !== 'gerund') return null // “in reports”
  if (before === 'to' && !raisingVerbs.has(wordBefore(view, toBefore(view, i)))) return null // “ready to say”
  if (next === 'by' && cue.form === 'past') return null // “a plan proposed by …”
  const complement = hasComplement(view, i + 1, cue.frames)
  const closesSpeech = /^[,”"’?!…]+$/u.test(view.words[i - 1] ?? '')
  if (
    cue.form === 'base' &&
    !/^(?:to|i|we|you|they|who|not|n['’]t|did|do|does)$/.test(before) &&
    !modals.has(before)
  ) {
    if (!(isPlural(before) && complement)) return null // “Officials claim that …”, not “a claim”
  }
  if (cue.form === 'third' && !complement && !closesSpeech) return null // “two reports of fire”
  if (cue.form === 'gerund') {
    const opens =
      /^[,;—–-]+$/.test(view.words[i - 1] ?? '') ||
      coordinators.has(before) ||
      beForms.has(before) ||
      subordinators.has(before) ||
      prepositions.has(before)
    if (!opens || !complement) return null
    return {
      from: i,
      to: i + 1,
      kind: beForms.has(before) ? 'verb' : 'gerund',
      frames: cue.frames,
      modality: cue.modality,
    }
  }
  const from = negationBefore(view, i)
  const modality = from < i && cue.modality === 'denied' ? 'hedged' : cue.modality
  return { from, to: i + 1, kind: 'verb', frames: cue.frames, modality }
}

/** “It was reported that …”, “She is said to …”, “He was told that …”: somebody says so, and is not named. */
function passiveAt(
  view: SentenceView,
  i: number,
  frames: ReadonlySet<CueFrame>,
  modality: Modality | null,
): FoundCue | null {
  const next = view.lower[i + 1] ?? ''
  const impersonal =
    frames.has('t') &&
    (next === 'that' || (next === 'to' && (frames.has('b') || frames.has('q')) && !frames.has('i')))
  if (!impersonal || frames.has('a')) return null
  return {
    from: i,
    to: i + 1,
    kind: 'passive',
    frames,
    modality: modality === 'reported' ? 'hedged' : modality,
  }
}

const isPlural = (word: string) => /s$|^(?:many|some|most|both|others|police|people)$/.test(word)

/** Index of the “to” before the verb at `i`. */
const toBefore = (view: SentenceView, i: number) => view.lower.lastIndexOf('to', i)

/** The last word before `i` that is no adverb. */
function wordBefore(view: SentenceView, i: number): string {
  let k = i - 1
  while (k >= 0 && isAdverb(view.lower[k])) k--
  return view.lower[k] ?? ''
}

/** “did not say”: the negation belongs to the cue. */
function negationBefore(view: SentenceView, i: number): number {
  let k = i - 1
  while (k >= 0 && isAdverb(view.lower[k]) && !/^(?:not|n['’]t|never)$/.test(view.lower[k] ?? '')) k--
  if (!/^(?:not|n['’]t|never)$/.test(view.lower[k] ?? '')) return i
  return auxiliaries.has(view.lower[k - 1] ?? '') ? k - 1 : k
}

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
  if (/^(?:whether|how|why|what|who|when|where|if)$/.test(word)) return frames.has('w')
  if (word === 'to' && frames.has('i')) return startsInfinitive(view, k)
  if (frames.has('a') && !prepositions.has(word) && /^\p{L}/u.test(word)) return true
  if (frames.has('n') && !prepositions.has(word) && /^[\p{L}\p{N}“"]/u.test(word) && !timeNouns.has(word))
    return true
  if (!frames.has('b')) return false
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

export function opensQuotation(view: SentenceView, k: number): boolean {
  const here = view.quoted[k] ?? -1
  return here !== -1 && here !== (view.quoted[k - 1] ?? -1)
}
