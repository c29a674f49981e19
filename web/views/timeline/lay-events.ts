import type { ClaimSummary } from '../../../src/records/claim-summary.ts'
import { toRadius } from '../to-radius.ts'
import { layLanes } from './lay-lanes.ts'
import { type Extent, toEventTime, toExtent } from './place-event.ts'
import type { TimeRange } from './time-range.ts'

/** An event with its place in the picture. */
export interface LaidEvent {
  readonly claim: ClaimSummary
  readonly extent: Extent
  readonly lane: number
  /** By independent origins, in CSS pixels. */
  readonly radius: number
  /** What stands beside it; null where there is no room for words. */
  readonly label: string | null
}

export interface LaidEvents {
  /** From left to right. */
  readonly events: readonly LaidEvent[]
  readonly lanes: number
  /** Events left of what is seen. */
  readonly before: number
  readonly after: number
  /** Events that no lane has room for. */
  readonly crowded: number
}

const wordedLanes = 14
const bareLanes = 8
const largest = 9
/** Of a letter, on average, at the size of the labels. */
const letterPixels = 5.9
const longestLabel = 56
const gap = 8

/**
 * Lays events into lanes, those of most origins first: with their words where there is room, else, further down, as
 * marks alone.
 *
 * @param claims in the order of their weight
 */
export function layEvents(claims: readonly ClaimSummary[], range: TimeRange, width: number): LaidEvents {
  let [before, after] = [0, 0]
  const seen = claims.flatMap((claim) => {
    const time = toEventTime(claim)
    if (time === null) return []
    const extent = toExtent(time, range, width)
    if (extent.end < 0) before++
    else if (extent.start > width) after++
    else return { claim, extent, radius: toRadius(claim.origins, largest), label: cut(claim.proposition) }
    return []
  })
  const worded = layLanes(
    seen.map(({ extent, radius, label }) => ({
      start: extent.start - radius,
      end: Math.max(0, extent.end) + radius + gap + label.length * letterPixels,
    })),
    wordedLanes,
    gap,
  )
  const others = seen.filter((_event, i) => worded[i] === null)
  const bare = layLanes(
    others.map(({ extent, radius }) => ({ start: extent.start - radius, end: extent.end + radius })),
    bareLanes,
    2,
  )
  const firstBare = 1 + Math.max(-1, ...worded.map((lane) => lane ?? -1))
  const events = [
    ...seen.flatMap((event, i) => {
      const lane = worded[i] ?? null
      return lane === null ? [] : { ...event, lane }
    }),
    ...others.flatMap((event, i) => {
      const lane = bare[i] ?? null
      return lane === null ? [] : { ...event, lane: firstBare + lane, label: null }
    }),
  ].sort((a, b) => a.extent.start - b.extent.start || a.lane - b.lane)
  return {
    events,
    lanes: 1 + Math.max(-1, ...events.map(({ lane }) => lane)),
    before,
    after,
    crowded: seen.length - events.length,
  }
}

const cut = (words: string) =>
  words.length <= longestLabel ? words : `${words.slice(0, longestLabel).replace(/\s+\S*$/, '')} …`
