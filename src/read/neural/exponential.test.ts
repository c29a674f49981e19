import { expect, test } from 'vitest'
import { chanceOf, exponential, logarithm, logistic } from './exponential.ts'

test('exponential, logarithm and logistic agree with the machine’s own to 14 digits', () => {
  for (let x = -690; x < 690; x += 0.37)
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-14)
  for (let x = 1e-4; x < 50; x *= 1.13) expect(logarithm(x)).toBeCloseTo(Math.log(x), 13)
  for (const x of [-40, -2, 0, 0.5, 40]) expect(logistic(x)).toBeCloseTo(1 / (1 + Math.exp(-x)), 14)
  expect(exponential(0)).toBe(1)
  expect(exponential(-10_000)).toBe(0)
  expect(logarithm(1)).toBe(0)
})

test('chances of all choices sum to one, and even out as the temperature rises', () => {
  const scores = [2, -1, 0.5]
  expect(scores.reduce((sum, _, k) => sum + chanceOf(scores, k, 1.3), 0)).toBeCloseTo(1, 14)
  expect(chanceOf(scores, 0, 3)).toBeLessThan(chanceOf(scores, 0, 1))
})
