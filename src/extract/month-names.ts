/** Months and weekdays of English, by their first letters as far as newspapers cut them. */
const english =
  /^(?:(jan(?:uary)?)|(feb(?:ruary)?)|(mar(?:ch)?)|(apr(?:il)?)|(may)|(june?)|(july?)|(aug(?:ust)?)|(sept?(?:ember)?)|(oct(?:ober)?)|(nov(?:ember)?)|(dec(?:ember)?))\.?$/i

const englishDay = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$/i

/**
 * The number of a month, 1 to 12, by its name or abbreviation in any of two dozen languages; null for other words.
 *
 * Croatian is left out: its “listopad” is October, the Polish and Czech one November.
 */
export function findMonth(word: string): number | null {
  const match = english.exec(word)
  if (match !== null) return match.slice(1).findIndex((name) => name !== undefined) + 1
  return wordsOfDates().months.get(bare(word)) ?? null
}

/** Whether a word is a month or a weekday in one of those languages. */
export function isMonthOrDay(word: string): boolean {
  if (english.test(word) || englishDay.test(word)) return true
  const { months, days } = wordsOfDates()
  return months.has(bare(word)) || days.has(bare(word))
}

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '')

const languages = 'de fr es it pt nl pl ru uk cs sk ro hu el tr sv da nb fi et lv lt id bg ca'.split(' ')

interface DateWords {
  readonly months: ReadonlyMap<string, number>
  readonly days: ReadonlySet<string>
}

let cached: DateWords | undefined

// About 50 ms with the locale data of Node: only for pages whose dates are not in English.
function wordsOfDates(): DateWords {
  if (cached !== undefined) return cached
  const months = new Map<string, number>()
  const days = new Set<string>()
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const ofDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' })
      const ofMonth = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' })
      const ofDay = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month++) {
        // With a day the month stands in the genitive: “4 марта”, alone in the nominative: “март”.
        for (const format of [ofDate, ofMonth]) {
          for (const part of format.formatToParts(Date.UTC(2023, month - 1, 15))) {
            if (part.type === 'month' && /^\p{L}{3}/u.test(part.value)) months.set(bare(part.value), month)
          }
        }
      }
      for (let day = 1; day <= 7; day++) days.add(bare(ofDay.format(Date.UTC(2023, 0, day))))
    }
  }
  cached = { months, days }
  return cached
}
