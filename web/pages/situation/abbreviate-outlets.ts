/** Letters that a column’s head has room for. */
const longest = 6

const small = new Set(['the', 'of', 'and', 'for', 'la', 'le', 'el', 'die', 'der', 'das', 'de'])

/**
 * A short name for each outlet, no two alike: “TASS” stays, “The Coastal Courier” is CC, “Meduza” is Meduza, “Kommersant”
 * is Kommer; what would be the same gets a number.
 */
export function abbreviateOutlets(names: readonly string[]): string[] {
  const taken = new Map<string, number>()
  return names.map((name) => {
    const words = name.split(/[\s.–—-]+/u).filter((word) => word !== '' && !small.has(word.toLowerCase()))
    const short =
      words.length > 1
        ? words
            .map((word) => [...word][0]?.toUpperCase() ?? '')
            .join('')
            .slice(0, longest)
        : [...(words[0] ?? name)].slice(0, longest).join('')
    const count = (taken.get(short) ?? 0) + 1
    taken.set(short, count)
    return count === 1 ? short : `${short}${count}`
  })
}
