import { type Print, shingleAt, shingleWords } from './to-print.ts'

/** The same words in two texts: `length` words from the `of`th of one and the `by`th of the other. */
export interface Run {
  readonly of: number
  readonly by: number
  readonly length: number
}

/** Places of one shingle that are tried: more of the same six words in one article is a refrain or a table. */
const mostPlaces = 4

/**
 * Finds the runs of at least six same words, quotations included, in order of the second text and never overlapping
 * there: from each word the longest run, then on from its end. About linear in the two texts.
 */
export function alignWords(of: Print, by: Print): Run[] {
  const places = new Map<number, number[]>()
  const [a, b] = [of.words.hashes, by.words.hashes]
  for (let i = 0; i + shingleWords <= a.length; i++) {
    const shingle = shingleAt(a, i)
    const held = places.get(shingle)
    if (!held) places.set(shingle, [i])
    else if (held.length < mostPlaces) held.push(i)
  }
  const runs: Run[] = []
  let last = 0
  for (let j = 0; j + shingleWords <= b.length; ) {
    let best: Run | null = null
    for (const i of places.get(shingleAt(b, j)) ?? []) {
      let length = 0
      while (j + length < b.length && i + length < a.length && a[i + length] === b[j + length]) length++
      // Of equal runs the one that goes on from the run before keeps the order of the text.
      const isNearer = best && length === best.length && Math.abs(i - last) < Math.abs(best.of - last)
      if (length >= shingleWords && (!best || length > best.length || isNearer))
        best = { of: i, by: j, length }
    }
    if (best) {
      runs.push(best)
      last = best.of + best.length
      j += best.length
    } else j++
  }
  return runs
}
