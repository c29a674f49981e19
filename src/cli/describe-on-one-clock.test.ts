import { expect, test } from 'vitest'
import { describeOnOneClock } from './describe-on-one-clock.ts'

test('times of a list in order of time are told on one clock', () => {
  expect(describeOnOneClock('2025-11-21T00:25:00+01:00')).toBe('2025-11-20 23:25Z')
  expect(describeOnOneClock('2025-11-20T10:00:00.000Z')).toBe('2025-11-20 10:00Z')
  expect(describeOnOneClock('2025-11-20')).toBe('2025-11-20')
  expect(describeOnOneClock(null)).toBe('no date')
})

test('a time without a zone says so', () => {
  expect(describeOnOneClock('2025-11-20T11:40')).toBe('2025-11-20 11:40 (no zone)')
  expect(describeOnOneClock('2025-11-20T11:40:30')).toBe('2025-11-20 11:40 (no zone)')
})
