import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PostingLists } from './posting-lists.ts'

const read = (lists: PostingLists, shingle: number) => {
  const into = new Uint32Array(PostingLists.longest)
  return [...into.subarray(0, lists.read(shingle, into))]
}

test('a list keeps its first 64 in order, in whatever order they come', () => {
  const prints = Array.from({ length: 150 }, (_, i) => i)
  fc.assert(
    fc.property(fc.shuffledSubarray(prints, { minLength: prints.length }), (shuffled) => {
      const lists = new PostingLists((a, b) => a < b)
      for (const print of shuffled) lists.add(0, print)
      expect(read(lists, 0)).toEqual(prints.slice(0, PostingLists.longest))
    }),
    { numRuns: 20 },
  )
})

test('ten thousand shingles keep apart, and one that nobody holds has an empty list', () => {
  const lists = new PostingLists((a, b) => a < b)
  for (let shingle = 0; shingle < 10_000; shingle++) lists.add(shingle * 4, shingle)
  for (let shingle = 0; shingle < 10_000; shingle += 97) expect(read(lists, shingle * 4)).toEqual([shingle])
  expect(read(lists, 7)).toEqual([])
})
