import { expect, test } from 'vitest'
import { fillDays } from './fill-days.ts'

test('days without an article are zeros, over the end of a month; few days become a fortnight', () => {
  const days = fillDays([
    { day: '2026-02-27', own: 2, copies: 1 },
    { day: '2026-03-02', own: 1, copies: 0 },
  ])
  expect(days).toHaveLength(14)
  expect(days[0]?.day).toBe('2026-02-17')
  expect(days.slice(-4)).toEqual([
    { day: '2026-02-27', own: 2, copies: 1 },
    { day: '2026-02-28', own: 0, copies: 0 },
    { day: '2026-03-01', own: 0, copies: 0 },
    { day: '2026-03-02', own: 1, copies: 0 },
  ])
  expect(fillDays([])).toEqual([])
})
