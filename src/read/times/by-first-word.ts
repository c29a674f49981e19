export interface Phrase<Value> {
  readonly words: readonly string[]
  readonly value: Value
}

/** Phrases, by their first word, the longest first: a text is looked up word by word and never searched. */
export function byFirstWord<Value>(
  phrases: readonly (readonly [string, Value])[],
): ReadonlyMap<string, readonly Phrase<Value>[]> {
  const index = new Map<string, Phrase<Value>[]>()
  for (const [phrase, value] of phrases) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    const known = index.get(first) ?? []
    index.set(
      first,
      [...known, { words, value }].sort((a, b) => b.words.length - a.words.length),
    )
  }
  return index
}
