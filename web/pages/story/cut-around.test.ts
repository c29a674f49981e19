import { expect, test } from 'vitest'
import { cutAround } from './cut-around.ts'

test('a short sentence stays whole around its word', () => {
  const text = 'The regime is short of cash.'
  expect(cutAround(text, { start: 100, end: 128 }, { start: 104, end: 110 })).toEqual({
    before: 'The ',
    word: 'regime',
    after: ' is short of cash.',
  })
})

test('a long one is cut at spaces, and never in the word', () => {
  const text = `${'every barge '.repeat(20)}regime${' of the harbour'.repeat(20)}.`
  const start = text.indexOf('regime')
  const { before, word, after } = cutAround(text, { start: 0, end: text.length }, { start, end: start + 6 })
  expect(word).toBe('regime')
  expect(before).toMatch(/^… (?:barge )?(?:every barge )+$/)
  expect(after).toMatch(/^(?: of the harbour)+(?: of| of the)? …$/)
  expect(before.length + after.length).toBeLessThan(150)
})

test('a sentence without spaces is cut all the same', () => {
  const text = `${'a'.repeat(200)}regime${'b'.repeat(200)}`
  const { before, after } = cutAround(text, { start: 0, end: 406 }, { start: 200, end: 206 })
  expect(before).toBe(`… ${'a'.repeat(70)}`)
  expect(after).toBe(`${'b'.repeat(70)} …`)
})
