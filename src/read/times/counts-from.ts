import type { Meaning, Moment } from './moment.ts'

/** Of what the text told last, the period that it reports on and the earlier year that it tells of, the one that an expression counts from. */
export function countsFrom<Told>(
  meaning: Meaning,
  { told, period, story }: { told: Told | null; period: Told | null; story: Told | null },
): Told | null {
  if (meaning.kind !== 'moment') return null
  const { moment } = meaning
  if (moment.at === 'period') return moment.unit === 'year' ? null : period
  if (period !== null && isYearBack(moment)) return period
  if (moment.at === 'part' && moment.which === null && moment.of === null) return story
  return isFromText(moment) ? told : null
}

/** Whether an expression only sets another time beside the one that is told: “up from a year ago”. */
export const isBeside = (meaning: Meaning): boolean => meaning.kind === 'moment' && isYearBack(meaning.moment)

const isYearBack = (moment: Moment): boolean =>
  (moment.at === 'period' && moment.yearsBack === 1) ||
  (moment.at === 'shift' && moment.unit === 'year' && moment.count === 1 && moment.way === -1)

/** “two days later”, “the same week” */
function isFromText(moment: Moment): boolean {
  switch (moment.at) {
    case 'shift':
      return moment.from === 'text'
    case 'unit':
    case 'part':
    case 'weekday':
      return moment.which === 'previous' || moment.which === 'that' || moment.which === 'following'
    default:
      return false
  }
}
