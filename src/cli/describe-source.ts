import type { Reading, Statement } from '../records/reading.ts'
import { toShowable } from './to-showable.ts'
import { wordsAt } from './words-at.ts'

/**
 * Who a statement’s source is, where its own words do not say it: “she — Ana Petrov, a spokeswoman”, “his office — his:
 * Anton Veresk”. The words alone when nothing more is known; null when nobody is named.
 */
export function describeSource(text: string, reading: Reading, statement: Statement): string | null {
  const words = wordsAt(text, statement.source)
  const sourceEntity = statement.sourceEntity && toShowable(statement.sourceEntity)
  if (words === null) return sourceEntity
  if (sourceEntity === null) return [words, ...describeInside(text, reading, statement)].join(' — ')
  const role = wordsAt(
    text,
    reading.mentions.find(({ entity, role }) => entity === statement.sourceEntity && role !== null)?.role ??
      null,
  )
  const known = [sourceEntity, role].filter((part) => part !== null && !holds(words, part))
  return known.length > 0 ? `${words} — ${known.join(', ')}` : words
}

/** Whom a source begins with, where it is not them: the “his” of “his office”, the envoy of “the envoy’s office”. */
function describeInside(text: string, { references, mentions }: Reading, { source }: Statement): string[] {
  const inside = references.find(({ start, end }) => source && start === source.start && end < source.end)
  const entity = inside && mentions[inside.mention]?.entity
  return inside && entity ? [`${wordsAt(text, inside).toLowerCase()}: ${toShowable(entity)}`] : []
}

/**
 * Through whom a statement reached the article, the nearest first: the relaying statements by their source and
 * number, and before them whoever is named in passing (“according to Belta, he said”), unless that is one of them.
 */
export function describeChain(
  text: string,
  reading: Reading,
  statement: Statement,
  toNumber = (ordinal: number): string => String(ordinal + 1),
): string[] {
  const relays: string[] = []
  const seen = new Set<number>()
  let next = statement.nestedIn
  const via = wordsAt(text, statement.via)
  let isViaRelay = via === null
  while (next !== null && !seen.has(next)) {
    seen.add(next)
    const relay = reading.statements[next]
    if (relay === undefined) break
    isViaRelay ||= wordsAt(text, relay.source) === via
    relays.push(`relayed by ${describeSource(text, reading, relay) ?? 'nobody named'} (${toNumber(next)})`)
    next = relay.nestedIn
  }
  return isViaRelay ? relays : [`via ${via}`, ...relays]
}

const holds = (words: string, part: string): boolean => words.toLowerCase().includes(part.toLowerCase())
