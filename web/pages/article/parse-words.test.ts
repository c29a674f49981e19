import { expect, test } from 'vitest'
import { parseWords } from './parse-words.ts'

test('an address points at words of the text, or at nothing', () => {
  expect(parseWords('12-40', 100)).toEqual({ start: 12, end: 40 })
  expect(parseWords('12-400', 100)).toBeNull()
  expect(parseWords('40-12', 100)).toBeNull()
  expect(parseWords('s3', 100)).toBeNull()
  expect(parseWords(undefined, 100)).toBeNull()
})
