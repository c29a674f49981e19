import { expect, test } from 'vitest'
import { formatToldTime } from './format-told-time.ts'

test('a day stays the day that the page gives, wherever it is read', () => {
  expect(formatToldTime('2025-11-22', 'en-GB')).toBe('22 Nov 2025')
  expect(formatToldTime('2025-11-22', 'de')).toBe('22. Nov. 2025')
})

test('a time without a zone is shown as it stands', () => {
  expect(formatToldTime('2025-11-22T23:05', 'en-GB')).toBe('22 Nov 2025, 23:05')
})

test('in a list by time all stand on one clock where one tells no zone', () => {
  expect(formatToldTime('2025-11-22T00:05+02:00', 'en-GB', false, true)).toBe('21 Nov 2025, 22:05 UTC')
  expect(formatToldTime('2025-11-22T11:40', 'en-GB', false, true)).toBe('22 Nov 2025, 11:40')
  expect(formatToldTime('2025-11-22', 'en-GB', false, true)).toBe('22 Nov 2025')
})

test('what is no more exact than a month or a year is not made so', () => {
  expect(formatToldTime('2025-11', 'en-GB')).toBe('2025-11')
  expect(formatToldTime('2025', 'en-GB')).toBe('2025')
})

test('a day alone keeps its year, in whichever order a language puts them', () => {
  expect(formatToldTime('2025-11-22T23:05', 'en-US', true)).toBe('Nov 22, 2025')
  expect(formatToldTime('2025-11-22T23:05', 'en-GB', true)).toBe('22 Nov 2025')
})
