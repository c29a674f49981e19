import { expect, test } from 'vitest'
import { toDuration } from './to-duration.ts'

test.each([
  [0, 'under 1 min'],
  [59, 'under 1 min'],
  [60, '1 min'],
  [1800, '30 min'],
  [3600, '1 h'],
  [4500, '75 min'],
  [5400, '2 h'],
  [86_400, '24 h'],
  [129_600, '2 d'],
  [604_800, '7 d'],
])('%d seconds are %s', (seconds, told) => {
  expect(toDuration(seconds)).toBe(told)
})
