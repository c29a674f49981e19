import { strings } from '../../strings.ts'

/** A length of time in one unit, as exact as a reader needs: `25 min`, `5 h`, `3 d`. */
export function toDuration(seconds: number): string {
  const { underMinute, minutes, hours, days } = strings.feedList
  if (seconds < 60) return underMinute
  // Up to 90 minutes and 36 hours the smaller unit says more: 75 min is not 1 h.
  if (seconds < 5400 && seconds !== 3600) return minutes(Math.round(seconds / 60))
  return seconds < 129_600 ? hours(Math.round(seconds / 3600)) : days(Math.round(seconds / 86_400))
}
