import { countWords, endsSentence, isProse } from './count-words.ts'
import type { PlacedBlock } from './placed-block.ts'

/** How often each paragraph stands in the article as found, and how often it has been met. */
export interface Repeats {
  readonly counts: ReadonlyMap<string, number>
  readonly met: Set<string>
}

/** Counts the paragraphs that a page writes several times: a widget between every two parts of an article does. */
export function countRepeats(blocks: readonly PlacedBlock[]): Repeats {
  const counts = new Map<string, number>()
  const kept = blocks.filter(({ kept }) => kept)
  for (const [i, block] of kept.entries()) {
    const isBetween = [kept[i - 1], kept[i + 1]].every((other) => other === undefined || isProse(other.text))
    if (isCounted(block) && (isBetween || endsSentence(block.text)))
      counts.set(block.text, (counts.get(block.text) ?? 0) + 1)
  }
  return { counts, met: new Set() }
}

/**
 * Whether a paragraph is one of several with the same words: the second of two, and all of three, are no text. Lists,
 * tables and quotations repeat themselves, and so do the short lines of verse and of interviews.
 */
export function isRepeated(block: PlacedBlock, { counts, met }: Repeats): boolean {
  const count = counts.get(block.text) ?? 0
  if (count < 2 || !isCounted(block)) return false
  const isAgain = met.has(block.text)
  met.add(block.text)
  return isAgain || count > 2
}

const isCounted = ({ kept, kind, text, inQuote, isStrong, isOwn }: PlacedBlock): boolean => {
  // An interview asks everybody the same.
  if (!kept || kind !== 'paragraph' || inQuote || /[?？؟]["”’»)]*$/.test(text)) return false
  const words = countWords(text)
  return endsSentence(text) ? words >= 12 : words <= 3 && !isStrong && !isOwn && !/[:：,;*]$/.test(text)
}
