import type { ClaimSummary } from '../../../src/records/claim-summary.ts'
import { type TimeRange, toDayNumber, toPixel } from './time-range.ts'

/** How an event is said to be: what its mark shows. */
export type Standing = 'told' | 'hedged' | 'planned' | 'conditional' | 'negated'

/**
 * As the surest of its reports has it: an event that one outlet reports and another expects is reported. Whether
 * somebody denies it is marked beside that.
 */
export function toStanding(modalities: ClaimSummary['modalities']): Standing {
  const has = (...names: ClaimSummary['modalities'][number][]) =>
    names.some((name) => modalities.includes(name))
  if (modalities.length === 0 || has('fact', 'reported')) return 'told'
  if (has('hedged')) return 'hedged'
  if (has('planned')) return 'planned'
  if (has('conditional', 'asked', 'no-comment')) return 'conditional'
  return 'negated'
}

/** When an event happened, in days since 1970: `to` is where its last day ends. Null bounds are open. */
export interface EventTime {
  readonly from: number | null
  readonly to: number | null
}

/** Null for an event of which no day is known. */
export function toEventTime({ day }: Pick<ClaimSummary, 'day'>): EventTime | null {
  const from = day === null || day.from === null ? Number.NaN : toDayNumber(day.from)
  const to = day === null || day.to === null ? Number.NaN : toDayNumber(day.to) + 1
  if (Number.isNaN(from) && Number.isNaN(to)) return null
  return { from: Number.isNaN(from) ? null : from, to: Number.isNaN(to) ? null : to }
}

/** Where an event lies on the screen, before it has a lane. */
export interface Extent {
  readonly start: number
  readonly end: number
  readonly shape: 'dot' | 'bar' | 'before' | 'after'
}

/** How far an arrow reaches to where nothing is known, in CSS pixels. */
const arrow = 36
/** A shorter bar is a dot: its length could not be seen. */
const shortestBar = 10

/** A day is a dot in its middle, a longer time a bar, an open one an arrow away from its bound. */
export function toExtent({ from, to }: EventTime, range: TimeRange, width: number): Extent {
  if (from === null && to !== null) {
    const end = toPixel(to, range, width)
    return { start: end - arrow, end, shape: 'before' }
  }
  const start = toPixel(from ?? 0, range, width)
  if (to === null) return { start, end: start + arrow, shape: 'after' }
  const end = toPixel(to, range, width)
  if (to - (from ?? 0) > 1 && end - start >= shortestBar) return { start, end, shape: 'bar' }
  const middle = (start + end) / 2
  return { start: middle, end: middle, shape: 'dot' }
}
