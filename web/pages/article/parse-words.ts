import type { Span } from '../../../src/records/span.ts'

/** Reads words to point at from the address (`?words=12-40`); null when they are none of the text. */
export function parseWords(words: string | undefined, length: number): Span | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(words ?? '')
  if (match === null) return null
  const [start, end] = [Number(match[1]), Number(match[2])]
  return start < end && end <= length ? { start, end } : null
}
