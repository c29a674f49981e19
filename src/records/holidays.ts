/** When a holiday falls in a year; weekdays count from Monday = 1. */
export type HolidayRule =
  | { readonly by: 'date'; readonly month: number; readonly day: number }
  /** The nth such weekday of a month, from the end where `nth` is -1; `shift` is days after that. */
  | {
      readonly by: 'weekday'
      readonly month: number
      readonly weekday: number
      readonly nth: number
      readonly shift: number
    }
  | { readonly by: 'easter'; readonly shift: number }
  /** Moves with a calendar that is not computed here: Ramadan, Diwali. */
  | { readonly by: 'other' }

export interface Holiday {
  readonly name: string
  readonly rule: HolidayRule
  /** How many days it lasts. */
  readonly days: number
}

/** Holidays by the first word of their names in lower case, longest name first. */
export type Holidays = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly holiday: Holiday }[]
>
