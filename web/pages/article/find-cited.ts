import type { Reading } from '../../../src/records/reading.ts'
import type { Span } from '../../../src/records/span.ts'
import { widenToSentences } from '../../widen-to-sentences.ts'
import { type AnnotationAddress, parseAnnotationAddress } from './annotation-address.ts'

/** What is quoted when a statement or an event is cited: the whole sentences that its words stand in; null where it has none. */
export function findCited(reading: Reading, address: AnnotationAddress): Span | null {
  const { kind, ordinal = -1 } = parseAnnotationAddress(address) ?? {}
  const statement = kind === 'statement' ? reading.statements[ordinal] : undefined
  const event = kind === 'event' ? reading.events[ordinal] : undefined
  const words = statement
    ? [statement.source, statement.cue, statement.content].filter((span) => span !== null)
    : (event?.evidence ?? [])
  if (words.length === 0) return null
  const span = {
    start: Math.min(...words.map(({ start }) => start)),
    end: Math.max(...words.map(({ end }) => end)),
  }
  return widenToSentences(span, reading.sentences)
}
