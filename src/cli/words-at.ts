import type { Span } from '../records/span.ts'

/** The words of a span on one line; null when there is no span. */
export const wordsAt = <Place extends Span | null>(text: string, span: Place) =>
  (span === null ? null : text.slice(span.start, span.end).replace(/\s+/g, ' ')) as Place extends Span
    ? string
    : string | null
