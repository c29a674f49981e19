import type { Span } from '../../../src/records/span.ts'
import type { Mark } from './find-marks.ts'
import { type Layer, layers } from './layers.ts'

/** Words that the walk from mark to mark stops at, with all that they are marked as. */
export interface Stop extends Span {
  readonly marks: readonly Mark[]
}

const isLayer = (role: Mark['role']): role is Layer => (layers as readonly string[]).includes(role)

/**
 * Where a walk through the marks of the layers that are on stops: in order of the text, the longer of two that begin
 * together first, and words once, however many things they are marked as.
 */
export function findStops(marks: readonly Mark[], hidden: ReadonlySet<Layer>): Stop[] {
  const stops = new Map<string, Mark[]>()
  for (const mark of marks) {
    if (!isLayer(mark.role) || hidden.has(mark.role) || mark.start >= mark.end) continue
    const key = `${mark.start}-${mark.end}`
    const known = stops.get(key)
    if (known === undefined) stops.set(key, [mark])
    else known.push(mark)
  }
  return [...stops.values()]
    .flatMap((there) => (there[0] ? [{ start: there[0].start, end: there[0].end, marks: there }] : []))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}
