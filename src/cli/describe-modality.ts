import type { Statement } from '../records/reading.ts'
import { wordsAt } from './words-at.ts'

/**
 * A statement’s modality in a word. Where it has none, its source asserts nothing: because it asks, or because it
 * has not said so: “could not confirm the report”.
 */
export function describeModality(text: string, { modality, content, cue }: Statement): string {
  if (modality !== null) return modality
  const words = `${wordsAt(text, cue)} ${wordsAt(text, content) ?? ''}`
  return /\b(?:whether|ask(?:s|ed|ing)?|questions?|questioned|wonder\w*|inquir\w*)\b|\?[”"’]?$/i.test(words)
    ? 'asked'
    : 'not asserted'
}
