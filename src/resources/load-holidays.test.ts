import { expect, test } from 'vitest'
import { loadHolidays } from './load-holidays.ts'

const head = 'name\trule\tdays\tnames\texample\n'

test('a holiday is found by the first of its words, the longest name first', () => {
  const holidays = loadHolidays(`${head}Easter\teaster+0\t1\teaster;easter sunday\t-`)
  expect(holidays.get('easter')?.map(({ words }) => words)).toEqual([['easter', 'sunday'], ['easter']])
})

test('names are split as the reader splits words', () => {
  const holidays = loadHolidays(`${head}New Year’s Day\t01-01\t1\tnew year's day\t-`)
  expect(holidays.get('new')?.[0]?.words).toEqual(['new', 'year', "'s", 'day'])
})

test('the rules of the table', () => {
  const ruleOf = (rule: string) => loadHolidays(`${head}A\t${rule}\t1\ta\t-`).get('a')?.[0]?.holiday.rule
  expect(ruleOf('12-25')).toEqual({ by: 'date', month: 12, day: 25 })
  expect(ruleOf('11 4 4 +1')).toEqual({ by: 'weekday', month: 11, nth: 4, weekday: 4, shift: 1 })
  expect(ruleOf('05 -1 1')).toEqual({ by: 'weekday', month: 5, nth: -1, weekday: 1, shift: 0 })
  expect(ruleOf('easter-2')).toEqual({ by: 'easter', shift: -2 })
  expect(ruleOf('other')).toEqual({ by: 'other' })
  expect(() => ruleOf('sometime')).toThrow('no rule is written “sometime”')
})
