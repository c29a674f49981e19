import type { Meaning, Moment } from './moment.ts'

/** Of what the text told last and the period that it reports on, the one that an expression counts from, if any. */
export function countsFrom<Told>(meaning: Meaning, told: Told | null, period: Told | null): Told | null {
  if (meaning.kind !== 'moment') return null
  const { moment } = meaning
  if (moment.at === 'period') return moment.unit === 'year' ? null : period
  if (period !== null && isYearBack(moment)) return period
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
