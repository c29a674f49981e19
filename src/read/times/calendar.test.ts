import { expect, test } from 'vitest'
import {
  addMonths,
  easterOf,
  fromIso,
  isoWeekOf,
  mondayOfWeek,
  nthWeekday,
  toDay,
  toIso,
  weekdayOf,
} from './calendar.ts'

const day = (iso: string) => fromIso(iso) ?? Number.NaN

test('a day is a number and back, in any century', () => {
  for (const iso of ['0098-03-01', '1600-02-29', '1969-12-31', '1970-01-01', '2025-11-21', '2400-02-29'])
    expect(toIso(day(iso))).toBe(iso)
  expect(fromIso('2025-02-31')).toBeNull()
  expect(toDay(1900, 2, 29)).toBeNull()
})

test('weeks are those of ISO 8601', () => {
  expect([weekdayOf(day('2025-11-21')), weekdayOf(day('1969-12-28'))]).toEqual([5, 7])
  expect(isoWeekOf(day('2024-12-30'))).toBe('2025-W01')
  expect(isoWeekOf(day('2027-01-03'))).toBe('2026-W53')
  expect(toIso(mondayOfWeek(2025, 47))).toBe('2025-11-17')
})

test('months are added to their last day, Easter and the nth weekday are found', () => {
  expect(toIso(addMonths(day('2024-03-31'), -1))).toBe('2024-02-29')
  expect(toIso(addMonths(day('2025-11-21'), -12))).toBe('2024-11-21')
  expect([2000, 2024, 2025].map((year) => toIso(easterOf(year)))).toEqual([
    '2000-04-23',
    '2024-03-31',
    '2025-04-20',
  ])
  expect(toIso(nthWeekday(2025, 11, 4, 4) ?? 0)).toBe('2025-11-27')
  expect(toIso(nthWeekday(2025, 5, 1, -1) ?? 0)).toBe('2025-05-26')
  expect(nthWeekday(2025, 2, 1, 5)).toBeNull()
})
