import type { Reading, Statement } from '../records/reading.ts'
import { wordsAt } from './words-at.ts'

/**
 * Who a statement’s source is, where its own words do not say it: “she — Ana Petrov, a spokeswoman”. The words
 * alone when nothing more is known; null when nobody is named.
 */
export function describeSource(text: string, reading: Reading, statement: Statement): string | null {
  const words = wordsAt(text, statement.source)
  if (words === null) return statement.sourceEntity
  const { sourceEntity } = statement
  if (sourceEntity === null) return words
  const role = wordsAt(
    text,
    reading.mentions.find(({ entity, role }) => entity === sourceEntity && role !== null)?.role ?? null,
  )
  const known = [sourceEntity, role].filter((part) => part !== null && !holds(words, part))
  return known.length > 0 ? `${words} — ${known.join(', ')}` : words
}

const holds = (words: string, part: string): boolean => words.toLowerCase().includes(part.toLowerCase())
