import type { Span } from '../../../src/records/span.ts'

/** A stretch of the text on which the same marks lie from its first character to its last. */
export interface Segment<Mark extends Span> extends Span {
  /** Every mark that covers the segment, the longest first. */
  readonly marks: readonly Mark[]
}

/**
 * Cuts a stretch of text wherever a mark begins or ends, so that marks may nest and overlap freely.
 *
 * The segments follow each other without a gap and make up `within` exactly. A mark that reaches outside
 * is clipped; an empty one marks nothing.
 */
export function segmentText<Mark extends Span>(within: Span, marks: readonly Mark[]): Segment<Mark>[] {
  const touching = marks
    .filter((mark) => mark.start < within.end && mark.end > within.start && mark.start < mark.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const cuts = new Set([within.start, within.end])
  for (const mark of touching) {
    cuts.add(Math.max(mark.start, within.start))
    cuts.add(Math.min(mark.end, within.end))
  }
  const segments: Segment<Mark>[] = []
  let start: number | undefined
  for (const end of [...cuts].sort((a, b) => a - b)) {
    if (start !== undefined) {
      const from = start
      segments.push({ start, end, marks: touching.filter((mark) => mark.start <= from && mark.end >= end) })
    }
    start = end
  }
  return segments
}
