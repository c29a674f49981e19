import type { Modality } from '../records/reading.ts'
import type { CueFrame, Cues, VerbCue } from '../records/resources.ts'
import { isAdverb } from './find-noun-phrase.ts'
import type { FoundCue } from './found-cue.ts'
import { hasComplement, opensQuotation, startsInfinitive } from './has-complement.ts'
import { negate } from './negate-modality.ts'
import { questionStart } from './question-start.ts'
import type { SentenceView } from './sentence-view.ts'
import {
  auxiliaries,
  beForms,
  coordinators,
  determiners,
  modals,
  negations,
  possessives,
  prepositions,
  raisingVerbs,
  subordinators,
} from './word-classes.ts'

/** “No arrangement has been announced”: passives whose subject is what somebody says. */
const announced = new Set([
  'announced',
  'confirmed',
  'reported',
  'disclosed',
  'revealed',
  'denied',
  'acknowledged',
])

/** The verb of the table that attributes at token `i`; null where it is a noun, a modifier or a plain act. */
export function verbAt(view: SentenceView, i: number, cues: Cues): FoundCue | null {
  const cue = cues.verbs.get(view.lower[i] ?? '')
  if (!cue && isRumour(view, i))
    return {
      from: auxiliariesBefore(view, i),
      to: i + 1,
      kind: 'passive',
      frames: new Set(['t']),
      modality: 'hedged',
    }
  if (!cue || (/^\p{Lu}/u.test(view.words[i] ?? '') && i > 0)) return null
  if (view.parsed && isNominal(view, i, cue)) return null
  // “a serum intended to calm her”, “the proposed plan”: what is done to a thing, by nobody who speaks.
  const isModifier = cue.form === 'past' && /^(?:amod|acl)$/.test(view.deprels[i] ?? '')
  // “The harbour, the army warned, is mined”: an attribution between commas, whatever the parser makes of it.
  const isTag = view.lower[i + 1] === ',' && view.lower.slice(Math.max(0, i - 6), i).includes(',')
  if (isModifier && !isTag && view.upos[i] === 'VERB' && view.lower[i + 1] !== 'that') return null
  const before = wordBefore(view, i)
  const next = view.lower[i + 1] ?? ''
  if (cue.modality === null && cue.form === 'past' && isAskedOf(view, i))
    return { from: i, to: i + 1, kind: 'passive', frames: cue.frames, modality: null, isQuestion: true }
  if (cue.lemma === 'ask' && cue.form === 'past' && i === view.start) return null // “Asked for comment, …”
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
  const endsTag = i > 2 && view.quoted[i] === -1 && (i + 1 >= view.wordEnd || /^[,”"]$/.test(next))
  const closesSpeech = /^[,”"’?!…]+$/u.test(view.words[i - 1] ?? '')
  if (
    cue.form === 'base' &&
    !/^(?:to|i|we|you|they|who|not|n['’]t|did|do|does)$/.test(before) &&
    !modals.has(before)
  ) {
    // “Officials claim that …” and “The road is shut, officials say”, not “a claim”.
    if (!(isPlural(before) || hasPluralSubject(view, i)) || !(complement || endsTag)) return null
  }
  // “two reports of fire”; “The ship sank, the navy says”
  const closesTag =
    endsTag && view.upos[i] === 'VERB' && view.lower.slice(Math.max(0, i - 6), i).includes(',')
  if (cue.form === 'third' && !complement && !closesSpeech && !closesTag) return null
  if (cue.form === 'gerund') {
    const opens =
      /^[,;—–-]+$/.test(view.words[i - 1] ?? '') ||
      coordinators.has(before) ||
      beForms.has(before) ||
      subordinators.has(before) ||
      prepositions.has(before)
    if (!opens || !complement) return null
    // “defined the area by adding a few towns”: no words are added.
    const isAct =
      prepositions.has(before) &&
      /^(?:add|find|show|feel|continu|relat|post|offer)ing$/.test(view.lower[i] ?? '')
    if (isAct && next !== 'that' && !opensQuotation(view, i + 1)) return null
    return {
      from: i,
      to: i + 1,
      kind: beForms.has(before) ? 'verb' : 'gerund',
      frames: cue.frames,
      modality: cue.modality,
    }
  }
  const from = negationBefore(view, i)
  const own = modalityHere(view, i, cue)
  const modality = from < i ? negate(view.lower[i] ?? '', own) : own
  return { from, to: i + 1, kind: 'verb', frames: cue.frames, modality }
}

/**
 * What a verb says of its content by what follows: “agreed to leave” plans, “agreed that it was late” tells, “agreed
 * on the price” asserts nothing; “asked whether …” asks, “asked the envoy to stay” tells what is wanted.
 */
function modalityHere(view: SentenceView, i: number, { lemma, modality }: VerbCue): Modality | null {
  const next = view.lower[i + 1] ?? ''
  if (/^(?:agree|decide|swear)$/.test(lemma) && next === 'that') return 'reported'
  if (lemma === 'agree' && /^(?:on|upon|with|about)$/.test(next)) return null
  if (lemma !== 'ask' || /^(?:whether|if|how|why|what|who|when|where|about|for)$/.test(next)) return modality
  for (let k = i + 1; k < Math.min(view.wordEnd, i + 10); k++) {
    if (/^(?:[,:;]|whether|if)$/.test(view.lower[k] ?? '') || opensQuotation(view, k)) return modality
    if (startsInfinitive(view, k)) return 'reported'
  }
  return modality
}

/**
 * Whether the parse takes a word for a noun or an adjective: “its plans to expand”, “the recent demands”.
 *
 * It is not believed where what follows speaks against it: “The agency advised travellers that …”, “Diplomats doubt
 * that …” are what greedy parsers get wrong.
 */
function isNominal(view: SentenceView, i: number, cue: VerbCue): boolean {
  if (!/^(?:NOUN|PROPN|ADJ)$/.test(view.upos[i] ?? '')) return false
  if (!hasComplement(view, i + 1, cue.frames)) return true
  const isBare = cue.form === 'base' && view.lower[i + 1] === 'that' && isPlural(wordBefore(view, i))
  return !(view.deprels[i] === 'root' || cue.form === 'past' || isBare)
}

/** “Asked whether she would go, she …”, “Asked on Thursday by MTA if …”: somebody put the question, and does not tell. */
function isAskedOf(view: SentenceView, i: number): boolean {
  const before = view.lower[i - 1] ?? ''
  const opens = i === view.start || /^(?:[,“"]|when|and|but|repeatedly)$/.test(before)
  return opens && questionStart(view, i + 1) !== -1
}

/** “It was reported that …”, “She is said to …”, “He was told that …”: somebody says so, and is not named. */
function passiveAt(
  view: SentenceView,
  i: number,
  frames: ReadonlySet<CueFrame>,
  modality: Modality | null,
): FoundCue | null {
  const next = view.lower[i + 1] ?? ''
  // “She is said to have left” is somebody’s word; “she is expected to leave” is the outlet’s own forecast.
  const raises = next === 'to' && frames.has('b') && !frames.has('i') && view.lower[i] !== 'expected'
  const impersonal = frames.has('t') && (next === 'that' || raises)
  const announces = announced.has(view.lower[i] ?? '') && next !== 'by' && subjectOf(view, i) !== -1
  const isAccused = view.lower[i] === 'accused' && /^(?:of|by)$/.test(next) && subjectOf(view, i) !== -1
  if (!(impersonal || announces || isAccused) || frames.has('a')) return null
  const from = auxiliariesBefore(view, i)
  const hedged = modality === 'reported' && impersonal ? 'hedged' : modality
  const isNegated = impersonal && view.lower.slice(from, i).some((word) => negations.has(word))
  return {
    from,
    to: i + 1,
    kind: 'passive',
    frames,
    modality: isNegated ? negate(view.lower[i] ?? '', modality) : hedged,
  }
}

/** “It is understood that …”, “is rumoured to be …”: who understands or tells is nowhere said. */
const isRumour = (view: SentenceView, i: number) =>
  /^(?:understood|rumoured|rumored)$/.test(view.lower[i] ?? '') &&
  beForms.has(wordBefore(view, i)) &&
  /^(?:that|to)$/.test(view.lower[i + 1] ?? '')

/** The passive’s own subject in the parse; -1 for none, and for “it”. */
function subjectOf(view: SentenceView, verb: number): number {
  const subject = view.heads.findIndex((head, k) => head === verb && view.deprels[k] === 'nsubj:pass')
  return /^(?:it|who|which|that)$/.test(view.lower[subject] ?? '') ? -1 : subject
}

/** “has not been announced”: PolNeAR’s cues hold the auxiliaries. */
function auxiliariesBefore(view: SentenceView, verb: number): number {
  let from = verb
  while (from > 0 && (auxiliaries.has(view.lower[from - 1] ?? '') || isAdverb(view.lower[from - 1]))) from--
  return from
}

/** “two people who know about the call say”: by the parse. */
function hasPluralSubject(view: SentenceView, verb: number): boolean {
  if (view.upos[verb] !== 'VERB') return false
  const subject = view.heads.findIndex((head, k) => head === verb && view.deprels[k] === 'nsubj')
  return subject !== -1 && subject < verb && isPlural(view.lower[subject] ?? '')
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
export function negationBefore(view: SentenceView, i: number): number {
  let k = i - 1
  while (k >= 0 && isAdverb(view.lower[k]) && !/^(?:not|n['’]t|never)$/.test(view.lower[k] ?? '')) k--
  if (!/^(?:not|n['’]t|never)$/.test(view.lower[k] ?? '')) return i
  return auxiliaries.has(view.lower[k - 1] ?? '') ? k - 1 : k
}
