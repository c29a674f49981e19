import type { Span } from '../src/records/span.ts'

/** From the beginning of the sentence that the words begin in to the end of the one that they end in. */
export function widenToSentences(span: Span, sentences: readonly Span[]): Span {
  const touched = sentences.filter(({ start, end }) => start < span.end && end > span.start)
  return {
    start: Math.min(span.start, touched[0]?.start ?? span.start),
    end: Math.max(span.end, touched.at(-1)?.end ?? span.end),
  }
}
