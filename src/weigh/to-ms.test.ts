import { expect, test } from 'vitest'
import { toMs } from './to-ms.ts'

test('a time without a zone is UTC on every machine; a zone that is given counts', () => {
  expect(toMs('2025-11-21T09:30')).toBe(Date.UTC(2025, 10, 21, 9, 30))
  expect(toMs('2025-11-21T09:30:15.5')).toBe(Date.UTC(2025, 10, 21, 9, 30, 15, 500))
  expect(toMs('2025-11-21T09:30+01:00')).toBe(Date.UTC(2025, 10, 21, 8, 30))
  expect(toMs('2025-11-21')).toBe(Date.UTC(2025, 10, 21))
  expect([toMs(null), toMs('soon')]).toEqual([Number.NaN, Number.NaN])
})
