import { expect, test } from 'vitest'
import { loadWordRanks } from './load-word-ranks.ts'

test('a common word ranks before a rare one, and no rank is given twice', () => {
  const ranks = loadWordRanks()
  const rankOf = (word: string) => ranks.get(word) ?? Number.POSITIVE_INFINITY
  expect(rankOf('the')).toBeLessThan(rankOf('president'))
  expect(rankOf('president')).toBeLessThan(rankOf('amnesty'))
  expect(rankOf('amnesty')).toBeLessThan(rankOf('morvenpotash'))
  expect(ranks.size).toBeGreaterThan(50_000)
  expect(new Set(ranks.values()).size).toBe(ranks.size)
})
