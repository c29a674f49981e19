import type { Day } from './calendar.ts'

/** How fine a stretch is told: what a shift by a unit keeps. */
export type Grain =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'none'

/** A stretch of the calendar: its TIMEX3 value, and its first and last day where it can be placed. */
export interface Placed {
  readonly timex: string
  readonly from: Day | null
  readonly to: Day | null
  readonly grain: Grain
}

/** What a moment is placed against. */
export interface Frame {
  /** The day of the article; null when nobody knows it. */
  readonly published: Day | null
  /** What the text before told last, placed; null when it told nothing. */
  readonly told: Placed | null
  /** A time of an earlier year that the text is telling of: there, a bare “March” is of that year. */
  readonly story: Placed | null
  /** The quarter or half year that the text reports on. */
  readonly period: Placed | null
  /** Whether it stands before a noun: “the Jan. 6 attack”. */
  readonly isAttribute: boolean
  readonly tense: 'past' | 'present' | 'future' | null
}
