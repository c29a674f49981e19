import type { Span } from '../../../src/records/span.ts'
import type { Mark } from './find-marks.ts'
import { type Layer, layers } from './layers.ts'

/** Words that the walk from mark to mark stops at, with all that begins there, the longest first. */
export interface Stop extends Span {
  readonly marks: readonly Mark[]
}

const isLayer = (role: Mark['role']): role is Layer => (layers as readonly string[]).includes(role)

/** What opens words and is not one of them: “Veresk, and Veresk, are one place to the eye. */
const opening = /[\s“„«‹‘"'([]*/y

/**
 * Where a walk through the marks of the layers that are on stops, in order of the text: each place once, however many
 * things begin there, and over the longest of these, so that every step is seen.
 */
export function findStops(marks: readonly Mark[], hidden: ReadonlySet<Layer>, text: string): Stop[] {
  const stops = new Map<number, Mark[]>()
  for (const mark of marks) {
    if (!isLayer(mark.role) || hidden.has(mark.role) || mark.start >= mark.end) continue
    opening.lastIndex = mark.start
    opening.test(text)
    const place = Math.min(opening.lastIndex, mark.end - 1)
    const known = stops.get(place)
    if (known === undefined) stops.set(place, [mark])
    else known.push(mark)
  }
  return [...stops.values()]
    .map((there) => ({
      start: Math.min(...there.map(({ start }) => start)),
      end: Math.max(...there.map(({ end }) => end)),
      marks: there.toSorted((a, b) => b.end - b.start - (a.end - a.start)),
    }))
    .sort((a, b) => a.start - b.start)
}
