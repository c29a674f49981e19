import { expect, test } from 'vitest'
import { calibrateConfidence } from './calibrate-confidence.ts'
import { readText } from './read-text.fixture.ts'

test('what the rules saw too is more probable, and the order of the networks is kept', () => {
  expect(calibrateConfidence(0.5, true)).toBeGreaterThan(calibrateConfidence(0.5, false))
  expect(calibrateConfidence(0.9, false)).toBeGreaterThan(calibrateConfidence(0.5, false))
  for (const probability of [0, 1]) {
    expect(calibrateConfidence(probability, true)).toBeGreaterThan(0)
    expect(calibrateConfidence(probability, true)).toBeLessThan(1)
  }
})

test('statements that the networks found carry a probability, those of rules alone carry none', () => {
  const { statements } = readText(
    'Marsh said that the ships would stay. The ministry declined to comment.',
  ).reading
  expect(statements.map(({ confidence }) => confidence === null)).toEqual([false, true])
  expect(statements[0]?.confidence).toBeGreaterThan(0.8)
})
