import { expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

test.each([
  ['12', 0, 12, 12, false],
  ['at least 12', 2, 12, null, false],
  ['about 3,000', 1, 3000, 3000, true],
  ['up to 40', 2, null, 40, false],
  ['$ 2 billion', 1, 2e9, 2e9, false],
  ['$ 1.5 million', 1, 1.5e6, 1.5e6, false],
  ['two dozen', 0, 24, 24, false],
  ['dozens', 0, 24, null, true],
  ['tens of thousands', 0, 20000, null, true],
  ['12 to 15', 0, 12, 15, false],
  ['twenty - one', 0, 21, 21, false],
  ['nearly 300 thousand', 1, 300000, 300000, true],
])('%s', (words, at, min, max, isApproximate) => {
  expect(readNumber(words.split(' '), at)).toMatchObject({ from: 0, min, max, isApproximate })
})

test('what is no number gives none', () => {
  expect(readNumber(['the', 'rebels'], 1)).toBeNull()
})

test('a long run of digits is read in linear time', () => {
  expect(readNumber(['1'.repeat(200_000)], 0)).toBeNull()
})
