import { expect, test } from 'vitest'
import { toInstant } from './to-instant.ts'

test('a date is its first moment, and a time without a zone is taken as UTC', () => {
  expect(toInstant('2025')).toBe('2025-01-01T00:00:00.000Z')
  expect(toInstant('2025-11')).toBe('2025-11-01T00:00:00.000Z')
  expect(toInstant('2025-11-28')).toBe('2025-11-28T00:00:00.000Z')
  expect(toInstant('2025-11-28T14:30')).toBe('2025-11-28T14:30:00.000Z')
  expect(toInstant('2025-11-28T14:30:15Z')).toBe('2025-11-28T14:30:15.000Z')
})

test('a time with a zone is that moment', () => {
  expect(toInstant('2025-11-28T01:30+03:00')).toBe('2025-11-27T22:30:00.000Z')
  expect(toInstant('2025-11-28T01:30:00-0500')).toBe('2025-11-28T06:30:00.000Z')
})

test('what is no date, or no date that PostgreSQL reads, is none', () => {
  for (const published of [
    null,
    '',
    'Friday',
    '2025-13',
    '2025-02-30T99:00',
    '+012025-01-01',
    '0000-01-01',
  ]) {
    expect(toInstant(published)).toBeNull()
  }
})
