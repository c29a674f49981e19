import { expect, test } from 'vitest'
import { layArcs } from './lay-arcs.ts'

const levels = (heads: readonly number[]) =>
  Object.fromEntries(layArcs(heads).map(({ dependent, level }) => [dependent, level]))

test('an arc runs around those that lie within it, and beside those that do not', () => {
  // “The envoy said that talks failed.”
  expect(levels([1, 2, -1, 5, 5, 2, 2])).toEqual({ 0: 1, 1: 1, 3: 2, 4: 1, 5: 3, 6: 4 })
})

test('arcs that cross take two levels', () => {
  expect(levels([2, -1, 1, 1, 0])).toMatchObject({ 0: 2 })
  const [short, long] = layArcs([-1, 3, 0, 0]).filter(({ dependent }) => dependent === 1 || dependent === 2)
  expect(short?.level).not.toBe(long?.level)
})

test('a root, a token that is its own head and a head outside the sentence have no arc', () => {
  expect(layArcs([-1, 1, 9])).toEqual([])
  expect(layArcs([])).toEqual([])
})
