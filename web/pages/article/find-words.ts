import type { Span } from '../../../src/records/span.ts'

/** Where these words stand in a text, the place nearest to `near` of several; null where they do not. */
export function findWords(text: string, words: string, near: number): Span | null {
  const wanted = words.trim()
  if (wanted === '') return null
  let [best, distance] = [-1, Number.POSITIVE_INFINITY]
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (Math.abs(at - near) < distance) [best, distance] = [at, Math.abs(at - near)]
  }
  return best === -1 ? null : { start: best, end: best + wanted.length }
}
