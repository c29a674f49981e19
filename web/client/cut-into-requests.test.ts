import { expect, test } from 'vitest'
import { cutIntoRequests } from './cut-into-requests.ts'

const named = (names: readonly string[]) => names.map((name) => [name, null] as const)
const sizesOf = (names: readonly string[]) => cutIntoRequests(named(names)).map(({ length }) => length)

test('a hundred short names are one request, and one more is another', () => {
  expect(sizesOf(Array.from({ length: 101 }, (_, i) => `Veresk ${i}`))).toEqual([100, 1])
  expect(sizesOf([])).toEqual([])
})

test('an address stays short whatever letters a name is written in', () => {
  // Each letter takes six characters of an address.
  expect(sizesOf(Array.from({ length: 4 }, () => 'ж'.repeat(300)))).toEqual([2, 2])
  expect(sizesOf(['ж'.repeat(500), 'ж'.repeat(500)])).toEqual([1, 1])
})

test('nothing is lost, and the order stays', () => {
  const names = Array.from({ length: 250 }, (_, i) => `${'long '.repeat(i % 20)}${i}`)
  expect(cutIntoRequests(named(names)).flatMap((some) => some.map(([name]) => name))).toEqual(names)
})
