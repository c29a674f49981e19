const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const dated =
  /\b(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)|(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (\d{1,2})(?!\d)|(?<!(?:next|every|by|until) )((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)s?)\b/gu
const dayMs = 86_400_000

/** A text with a mark in place of each day that `findDays` finds: two sentences that differ in their days alone are the same. */
export const withoutDays = (text: string): string => text.replace(dated, '#')

/**
 * The days that a text gives, as days since 1970: “18 November” is of the year of the article, “on Thursday” the last
 * one up to it. Empty without a date of the article. Linear.
 */
export function findDays(text: string, publishedAt: string | null): number[] {
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt.slice(0, 10))
  if (Number.isNaN(published)) return []
  const today = Math.floor(published / dayMs)
  const days: number[] = []
  for (const [, before, month, otherMonth, after, weekday] of text.matchAll(dated)) {
    if (weekday !== undefined) {
      const back = (new Date(published).getUTCDay() - weekdays.indexOf(weekday.toLowerCase()) + 7) % 7
      days.push(today - back)
      continue
    }
    const at = months.indexOf((month ?? otherMonth ?? '').slice(0, 3).toLowerCase())
    const day = Date.UTC(new Date(published).getUTCFullYear(), at, Number(before ?? after)) / dayMs
    if (at !== -1 && Number.isFinite(day)) days.push(day)
  }
  return days
}
