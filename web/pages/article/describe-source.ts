import type { Reading, Statement } from '../../../src/records/reading.ts'
import { wordsAt } from './words-at.ts'

/**
 * Who a statement’s source is beyond its own words: “Ana Petrov, a spokeswoman” for “she”, “her: Ana Petrov” for
 * “her office”; null when the words say it themselves, or nothing more is known.
 */
export function describeSource(
  text: string,
  { mentions, references }: Pick<Reading, 'mentions' | 'references'>,
  { source, sourceEntity }: Pick<Statement, 'source' | 'sourceEntity'>,
): string | null {
  if (sourceEntity === null) {
    const inside = references.find(({ start, end }) => source && start === source.start && end < source.end)
    const owner = inside && mentions[inside.mention]?.entity
    return inside && owner ? `${wordsAt(text, inside)?.toLowerCase()}: ${owner}` : null
  }
  const words = wordsAt(text, source)?.toLowerCase() ?? ''
  const named = mentions.find(({ entity, role }) => entity === sourceEntity && role !== null)
  const role = wordsAt(text, named?.role ?? null)
  const news = [sourceEntity, role].filter((part) => part !== null && !words.includes(part.toLowerCase()))
  return news.length > 0 ? news.join(', ') : null
}
