import type { Holidays } from '../../records/holidays.ts'
import {
  dayParts,
  decades,
  months,
  ordinals,
  scales,
  seasons,
  smallNumbers,
  tensNumbers,
  units,
  vagueAmounts,
  weekdayPlurals,
  weekdays,
} from './time-words.ts'

const others = `the a an another this that these its his her their last latest past current present next coming upcoming
  forthcoming previous preceding prior same following ensuing fiscal recent earlier later early late mid beginning start
  middle end sometime some time more longer greater less fewer at no not up over under about around roughly
  approximately nearly almost half quarter noon midday noontime midnight tonight overnight today yesterday tomorrow
  every each hourly daily nightly weekly biweekly fortnightly monthly yearly annually biannually once twice now right just currently presently nowadays recently long soon comparable corresponding future day
  exactly dozens hundreds thousands scores q1 q2 q3 q4 h1 h2 daylong weeklong monthlong yearlong decadelong decadeslong
  hourlong ' ’ ‘`.split(/\s+/)

const starters: ReadonlySet<string> = new Set([
  ...others,
  ...[dayParts, decades, months, ordinals, scales, seasons, smallNumbers, tensNumbers, units, weekdayPlurals, weekdays].flatMap(
    (words) => [...words.keys()],
  ),
  ...vagueAmounts,
])

/** Whether an expression of time can begin with a word; what spares the readers most of a text. */
export function startsTime(word: string, holidays: Holidays): boolean {
  const first = word.charCodeAt(0)
  if (first >= 48 && first <= 57) return true
  return starters.has(word) || holidays.has(word) || /^'\d0s$/.test(word)
}
