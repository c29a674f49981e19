import { expect, test } from 'vitest'
import { decodeTree } from './decode-tree.ts'

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function isTreeWithOneRoot(heads: readonly number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false
  return heads.every((_, k) => {
    let node = k + 1
    for (let steps = 0; node !== 0; steps++) {
      if (steps > heads.length) return false
      node = heads[node - 1] ?? 0
    }
    return true
  })
}

/** Every assignment of heads. */
function assignments(count: number, length: number = count): number[][] {
  if (length === 0) return [[]]
  const rest = assignments(count, length - 1)
  return rest.flatMap((heads) => Array.from({ length: count + 1 }, (_, head) => [...heads, head]))
}

test('no tree of three tokens with one root scores higher than the one found', () => {
  const random = randomNumbers(1)
  const trees = assignments(3).filter(isTreeWithOneRoot)
  expect(trees).toHaveLength(9)
  for (let round = 0; round < 2000; round++) {
    const scores = Float32Array.from({ length: 24 }, () => 20 * random() - 10)
    const total = (heads: readonly number[]): number =>
      heads.reduce((sum, head, k) => sum + (scores[k * 8 + head] ?? 0), 0)
    const found = [...decodeTree(scores, 3, 8)]
    expect(isTreeWithOneRoot(found)).toBe(true)
    expect(total(found)).toBeCloseTo(Math.max(...trees.map(total)), 4)
  }
})

test('whatever the scores, longer sentences get a tree with one root', () => {
  const random = randomNumbers(2)
  for (const count of [1, 2, 5, 12, 60]) {
    const stride = count + 4
    for (let round = 0; round < 50; round++) {
      const scores = Float32Array.from({ length: count * stride }, () => 20 * random() - 10)
      expect(isTreeWithOneRoot([...decodeTree(scores, count, stride)])).toBe(true)
    }
    expect(isTreeWithOneRoot([...decodeTree(new Float32Array(count * stride), count, stride)])).toBe(true)
  }
})
