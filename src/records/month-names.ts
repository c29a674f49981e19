import { dayWords, monthWords } from './date-words.ts'

/** Months and weekdays of English, by their first letters as far as newspapers cut them. */
const english =
  /^(?:(jan(?:uary)?)|(feb(?:ruary)?)|(mar(?:ch)?)|(apr(?:il)?)|(may)|(june?)|(july?)|(aug(?:ust)?)|(sept?(?:ember)?)|(oct(?:ober)?)|(nov(?:ember)?)|(dec(?:ember)?))\.?$/i

const englishDay = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?$/i

/** The number of a month, 1 to 12, by its name or abbreviation in any of five dozen languages; null for other words. */
export function findMonth(word: string): number | null {
  const match = english.exec(word)
  if (match !== null) return match.slice(1).findIndex((name) => name !== undefined) + 1
  const { months } = wordsOfDates()
  // "fevrier": content systems drop accents.
  return months.get(bare(word)) ?? months.get(withoutAccents(bare(word))) ?? null
}

/** Whether a word is a month or a weekday in one of those languages. */
export function isMonthOrDay(word: string): boolean {
  if (english.test(word) || englishDay.test(word)) return true
  const { months, days } = wordsOfDates()
  return months.has(bare(word)) || days.has(bare(word))
}

const withoutAccents = (word: string): string => word.normalize('NFD').replace(/\p{M}+/gu, '')

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '')

interface DateWords {
  readonly months: ReadonlyMap<string, number>
  readonly days: ReadonlySet<string>
}

let cached: DateWords | undefined

function wordsOfDates(): DateWords {
  cached ??= {
    months: new Map([
      // A name as it is written goes before another without its accents.
      ...monthWords.flatMap((words, i) =>
        words.split('|').map((word) => [withoutAccents(word), i + 1] as const),
      ),
      ...monthWords.flatMap((words, i) => words.split('|').map((word) => [word, i + 1] as const)),
    ]),
    days: new Set(dayWords.split('|')),
  }
  return cached
}
