import type { Modality } from '../records/reading.ts'
import type { Cues } from '../records/resources.ts'
import { findCues } from './find-cues.ts'
import type { FoundCue } from './found-cue.ts'
import { negate } from './negate-modality.ts'
import type { SentenceView } from './sentence-view.ts'
import { overlap } from './statement-page.ts'
import type { TokenRange } from './token-range.ts'
import { negations } from './word-classes.ts'

/** Cues that the networks find and the table does not hold: they tell of an aim. */
const aims =
  /^(?:seek|seeks|seeking|sought|want|wants|wanted|aim|aims|aimed|try|tries|tried|trying|prepar(?:e|es|ed|ing)|look|looks|looking|push|pushes|pushing)$/

/** “signalled willingness | to talk”: whatever the verb, an aim is told. */
const wills = /^(?:willingness|readiness|intentions?)$/

/** “is about | to sign”: the outlet’s own forecast, where the networks take it for a cue. */
const forecasts = /^(?:about|set|due|poised|expected|scheduled)$/

/** Cues that tell of what somebody will not do. */
const refusals = /^(?:refus(?:e|es|ed|ing)|stopp(?:ed|ing)|stops?|ceas(?:e|es|ed|ing)|declin(?:e|es|ed|ing))$/

/** Cues that name what was talked about. */
const talks =
  /^(?:discuss(?:es|ed|ing)?|debat(?:e|es|ed|ing)|negotiat(?:e|es|ed|ing)|talk(?:s|ed|ing)?|spoke|speak|speaks)$/

/** What the words of a cue say of what they attribute, however the cue was found. */
export interface JudgedCue {
  readonly kind: FoundCue['kind']
  readonly modality: Modality | null
}

/**
 * Judges a cue by the table of cues: as the rules read it where they see one there, else by the last of its words
 * that is a verb of the table; a cue that the table does not know reports plainly.
 */
export function judgeCue(view: SentenceView, range: TokenRange, cues: Cues): JudgedCue {
  const found = findCues(view, cues).find((cue) => overlap(cue, range))
  const words = view.lower.slice(range.from, range.to)
  const hasWill = words.some((word) => wills.test(word))
  if (found) return hasWill && found.modality !== 'denied' ? { ...found, modality: 'planned' } : found
  // “has refused | to recognise him”: what is refused does not come about.
  if (words.some((word) => refusals.test(word))) return { kind: 'verb', modality: 'negated' }
  // “discussed | trade”: the matter is named, and nothing is asserted of it.
  if (words.some((word) => talks.test(word))) return { kind: 'verb', modality: null }
  const verb = words.findLast((word) => cues.verbs.has(word))
  const isForecast = words.length > 1 && forecasts.test(words.at(-1) ?? '') && view.lower[range.to] === 'to'
  const aim = isForecast || words.some((word) => aims.test(word)) ? 'planned' : 'reported'
  const known = verb === undefined ? aim : (cues.verbs.get(verb)?.modality ?? null)
  const modality = hasWill && known !== 'denied' ? 'planned' : known
  const negated = words.some((word) => negations.has(word))
  if (!negated) return { kind: 'verb', modality }
  return { kind: 'verb', modality: negate(verb ?? '', modality) }
}
