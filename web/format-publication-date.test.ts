import { expect, test } from 'vitest'
import { formatPublicationDate } from './format-publication-date.ts'

test('a date is never shown more exact than it is known', () => {
  expect(formatPublicationDate({ value: '2026-01-01', precision: 'year' })).toBe('2026')
  expect(formatPublicationDate({ value: '2026-03', precision: 'month' })).toBe('2026-03')
  expect(formatPublicationDate({ value: '2026-03-10T00:00:00Z', precision: 'day' })).toBe('2026-03-10')
})

test('a time keeps the zone of its page', () => {
  const date = { value: '2026-03-10T14:05:09+02:00', precision: 'second' } as const
  expect(formatPublicationDate(date)).toBe('2026-03-10 14:05:09 +02:00')
  expect(formatPublicationDate({ value: '2026-03-10T14:05Z', precision: 'minute' })).toBe(
    '2026-03-10 14:05 UTC',
  )
  expect(formatPublicationDate({ value: '2026-03-10T14:05', precision: 'minute' })).toBe('2026-03-10 14:05')
})
