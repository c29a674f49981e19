import { expect, test } from 'vitest'
import { batchPieces, cutSentences } from './cut-sentences.ts'

test('a sentence of ordinary length is one piece, an empty one none', () => {
  expect(cutSentences([['Talks', 'failed', '.'], [], ['Why', '?']])).toEqual([
    { sentence: 0, from: 0, to: 3 },
    { sentence: 2, from: 0, to: 2 },
  ])
})

test('an endless sentence is cut behind its commas, and no token is lost', () => {
  const words = Array.from({ length: 5000 }, (_, k) => (k % 100 === 99 ? ',' : 'word'))
  const pieces = cutSentences([words])
  expect(pieces.map(({ from }) => from)).toEqual([0, ...pieces.slice(0, -1).map(({ to }) => to)])
  expect(pieces.at(-1)?.to).toBe(5000)
  for (const { from, to } of pieces) {
    expect(to - from).toBeLessThanOrEqual(128)
    expect(words[to - 1]).toBe(',')
  }
})

test('without a comma it is cut all the same', () => {
  const pieces = cutSentences([new Array(300).fill('word')])
  expect(pieces.map(({ to }) => to)).toEqual([128, 256, 300])
})

test('batches keep the order and stay small', () => {
  const sentences = Array.from({ length: 200 }, (_, k) => new Array(1 + (k % 40)).fill('word'))
  const pieces = cutSentences(sentences)
  const batches = batchPieces(pieces)
  expect(batches.flat()).toEqual(pieces)
  expect(batches.length).toBeGreaterThan(1)
  for (const batch of batches)
    expect(batch.reduce((sum, { from, to }) => sum + to - from, 0)).toBeLessThanOrEqual(768)
  expect(batchPieces([])).toEqual([])
})
