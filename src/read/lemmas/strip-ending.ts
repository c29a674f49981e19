import { restoreStem } from './restore-stem.ts'

const hasVowel = /[aeiouy]/

/** Whether a word has the spelling of a plural or a third person: “envoys”, not “process”, “virus”, “basis”. */
export const looksPlural = (word: string): boolean =>
  word.length > 2 && word.endsWith('s') && !/(?:ss|us|is|'s)$/.test(word)

/** “envoys” → “envoy”, “parties” → “party”, “matches” → “match”; the word itself where it has no such ending. */
export function stripPlural(word: string): string {
  if (!looksPlural(word)) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(?:[sxz]|ch|sh)es$/.test(word))
    return /(?:ss|x|zz|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
  // “heroes”, “vetoes”; but “shoes”, “toes”.
  if (word.endsWith('oes') && word.length > 5) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** “mediates” → “mediate”, “goes” → “go”. */
export const stripThird = (word: string): string =>
  word.endsWith('oes') ? word.slice(0, -2) : stripPlural(word)

/** Whether a word has the spelling of a past tense: “planned”, not “shed”. */
export const looksPast = (word: string): boolean => word.endsWith('ed') && hasVowel.test(word.slice(0, -2))

/** “planned” → “plan”, “denied” → “deny”, “agreed” → “agree”. */
export function stripPast(word: string): string {
  if (word.endsWith('ied')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (word.endsWith('eed')) return word.slice(0, -1)
  return restoreStem(word.slice(0, -2))
}

/** Whether a word has the spelling of a gerund: “meeting”, not “bring”. */
export const looksGerund = (word: string): boolean => word.endsWith('ing') && hasVowel.test(word.slice(0, -3))

/** “mediating” → “mediate”, “planning” → “plan”. */
export const stripGerund = (word: string): string => restoreStem(word.slice(0, -3))

/** “larger” → “large”, “happiest” → “happy”; `ending` is “er” or “est”. */
export function stripDegree(word: string, ending: 'er' | 'est'): string {
  const stem = word.slice(0, -ending.length)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  return stem.endsWith('e') ? `${stem}e` : restoreStem(stem)
}
