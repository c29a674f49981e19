import type { Holiday } from '../../records/holidays.ts'
import type { Time } from '../../records/reading.ts'
import type { Season, Unit } from './time-words.ts'

/**
 * How words point at a stretch of time. `last`, `this`, `next` count from the day of the article; `previous`, `that`
 * and `following` from the time that the text told last: “the previous week”, “that day”, “the next day”.
 */
export type Which = 'last' | 'this' | 'next' | 'previous' | 'that' | 'following'

/** What comes once a year. */
export type YearPart =
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'quarter'; readonly quarter: number }
  | { readonly kind: 'half'; readonly half: number }
  | { readonly kind: 'season'; readonly season: Season }
  | { readonly kind: 'holiday'; readonly holiday: Holiday }
  | { readonly kind: 'end' }

/** What the words mean, before it is known when they were written. */
export type Moment =
  | { readonly at: 'year'; readonly year: number; readonly isFiscal: boolean }
  /** The 198 of “the 1980s”; `isShort` where only the 8 is told: “the eighties”. */
  | { readonly at: 'decade'; readonly decade: number; readonly isShort: boolean }
  /** The 19 of the 20th century. */
  | { readonly at: 'century'; readonly hundreds: number }
  | {
      readonly at: 'part'
      readonly part: YearPart
      readonly which: Which | null
      /** The year, or what tells it: “January this year”. */
      readonly of: Moment | null
      readonly isFiscal: boolean
    }
  /** The 19th of whatever month, where it is such a weekday. */
  | {
      readonly at: 'month-day'
      readonly day: number
      readonly weekday: number | null
      readonly of: Moment | null
    }
  | {
      readonly at: 'weekday'
      readonly weekday: number
      readonly which: Which | null
      readonly week: Moment | null
    }
  /** The night before the article’s day, and that day’s small hours. */
  | { readonly at: 'overnight' }
  /** “the weekend” */
  | { readonly at: 'weekend' }
  | { readonly at: 'unit'; readonly unit: Unit; readonly which: Which; readonly isFiscal: boolean }
  /** “three days ago” from publication, “two days later” from the text, “two weeks before 5 May” from a moment. */
  | {
      readonly at: 'shift'
      readonly count: number | null
      readonly unit: Unit
      readonly way: -1 | 1
      readonly from: 'publication' | 'text' | Moment
    }
  /** “the quarter”, “the latest period”, “the year-ago quarter” (`yearsBack` 1): the one that the text reports on. */
  | { readonly at: 'period'; readonly unit: 'quarter' | 'year' | 'period'; readonly yearsBack: 0 | 1 }
  /** “the first Friday of July”, “the second week of May”; from the end where `nth` is -1. */
  | {
      readonly at: 'nth'
      readonly nth: number
      readonly unit: Unit
      readonly weekday: number | null
      readonly of: Moment
    }
  /** “the week of March 6” */
  | { readonly at: 'week-of'; readonly day: Moment }
  | { readonly at: 'week-number'; readonly week: number; readonly of: Moment | null }
  | { readonly at: 'range'; readonly first: Moment; readonly last: Moment }
  | { readonly at: 'reference'; readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' }

/** What TIMEX3’s `mod` can say here. */
export type Mod = NonNullable<Time['mod']>

/** A time of day as TIMEX3 writes it after the T: “15:30”, “MO”. */
export type Clock = string

/** How long, in units; `count` is null where the words do not tell. */
export interface Length {
  readonly count: number | null
  readonly unit: Unit
}

export type Meaning =
  | {
      readonly kind: 'moment'
      readonly moment: Moment
      readonly clock: Clock | null
      readonly isSoFar: -1 | 1 | null
    }
  | {
      readonly kind: 'length'
      readonly lengths: readonly Length[]
      /** Where it lies beside the article’s day: “the past two weeks”, “the next 14 months”, “in two weeks”. */
      readonly window: 'before' | 'after' | null
    }
  | { readonly kind: 'set'; readonly timex: string }

/** Words found to tell time. `from` and `to` (exclusive) count tokens of the sentence. */
export interface Expression {
  readonly from: number
  readonly to: number
  readonly mod: Mod | null
  readonly meaning: Meaning
}

/** What a reader gives: what it read, and the first token after it. */
export interface Found<Thing> {
  readonly end: number
  readonly value: Thing
}

export const found = <Thing>(end: number, value: Thing): Found<Thing> => ({ end, value })
