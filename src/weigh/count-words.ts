const word = /[\p{L}\p{M}\p{N}]+/gu

/** The words of a text, folded, each with how often it stands. */
export function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [found] of text.matchAll(word)) {
    const key = found.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Words in common, each as often as it stands in both. */
export function countCommon(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let common = 0
  for (const [key, count] of few) common += Math.min(count, many.get(key) ?? 0)
  return common
}

export const sumWords = (counts: ReadonlyMap<string, number>): number => {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

/** Words in common of all words (Dice), 0 to 1; 0 where neither has any. */
export function toLikeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const all = sumWords(a) + sumWords(b)
  return all === 0 ? 0 : (2 * countCommon(a, b)) / all
}
