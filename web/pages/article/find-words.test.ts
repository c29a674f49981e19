import { expect, test } from 'vitest'
import { findWords } from './find-words.ts'

test('of several places the one nearest to the part is meant', () => {
  const text = 'Brandt met Arce. Arce left.'
  expect(findWords(text, 'Arce', 0)).toEqual({ start: 11, end: 15 })
  expect(findWords(text, ' Arce ', 25)).toEqual({ start: 17, end: 21 })
  expect(findWords(text, 'Veresk', 0)).toBeNull()
  expect(findWords(text, ' ', 0)).toBeNull()
})
