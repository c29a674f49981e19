import type { Modality } from '../records/reading.ts'

/** Verbs whose negation is that of what they hold: “does not believe that he will go” believes that he will not. */
const raising =
  /^(?:believ|think|thought|expect|suppos|imagin|want|intend|plan)(?:e|s|es|ed|d|ing|ned|ning)?$|^(?:agree|decide|promise|pledge|vow)$/

/**
 * What a cue says of its content when it is negated: “did not deny” leaves it open, “did not say” asserts nothing,
 * “does not believe” denies.
 */
export function negate(verb: string, modality: Modality | null): Modality | null {
  if (modality === 'denied') return 'hedged'
  if (modality === 'reported') return null
  return (modality === 'hedged' || modality === 'planned') && raising.test(verb) ? 'denied' : modality
}
