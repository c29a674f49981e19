import type { Statement } from '../../../src/records/reading.ts'
import type { Span } from '../../../src/records/span.ts'

/** The words of a span on one line; null when there is no span. */
export const wordsAt = (text: string, span: Span | null): string | null =>
  span === null ? null : text.slice(span.start, span.end).replace(/\s+/g, ' ')

/** What a statement attributes, its parts joined by an ellipsis where the cue stands between; null when nothing. */
export const contentAt = (text: string, statement: Statement): string | null =>
  statement.contentParts.length > 1
    ? statement.contentParts.map((part) => wordsAt(text, part)).join(' … ')
    : wordsAt(text, statement.content)
