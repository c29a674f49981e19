import type { Holiday, HolidayRule, Holidays } from '../records/holidays.ts'
import { parseTable } from './parse-table.ts'

/** Builds the holidays from `data/times/holidays.tsv`. */
export function loadHolidays(table: string): Holidays {
  const holidays = new Map<string, { words: readonly string[]; holiday: Holiday }[]>()
  for (const row of parseTable('times/holidays.tsv', table)) {
    const holiday: Holiday = {
      name: row.name ?? '',
      rule: toRule(row.rule ?? ''),
      days: Number(row.days ?? 1),
    }
    for (const name of (row.names ?? '').split(';')) {
      const words = splitName(name)
      const first = words[0] ?? ''
      holidays.set(
        first,
        [...(holidays.get(first) ?? []), { words, holiday }].sort((a, b) => b.words.length - a.words.length),
      )
    }
  }
  return holidays
}

/** As the reader splits words: “year’s” is two, and so are “presidents’” and “al-fitr”. */
const splitName = (name: string) =>
  name.split(' ').flatMap((word) =>
    word
      .replace(/('s?|-)/g, ' $1 ')
      .trim()
      .split(/ +/),
  )

function toRule(rule: string): HolidayRule {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(rule) ?? []
  if (month !== undefined) return { by: 'date', month: Number(month), day: Number(day) }
  const [, fromEaster] = /^easter([+-]\d+)$/.exec(rule) ?? []
  if (fromEaster !== undefined) return { by: 'easter', shift: Number(fromEaster) }
  const [, of, nth, weekday, shift = '0'] = /^(\d\d) (-?\d) (\d)(?: \+(\d))?$/.exec(rule) ?? []
  if (of !== undefined)
    return {
      by: 'weekday',
      month: Number(of),
      weekday: Number(weekday),
      nth: Number(nth),
      shift: Number(shift),
    }
  if (rule === 'other') return { by: 'other' }
  throw new Error(`times/holidays.tsv: no rule is written “${rule}”`)
}
