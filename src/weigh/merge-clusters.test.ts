import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Likeness, mergeClusters } from './merge-clusters.ts'

const limits = { unlinked: 50, leastMean: 160, leastShares: [{ size: 3, share: 0.65 }] }
const among = (items: readonly number[], score: number): Likeness[] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b): Likeness => [a, b, score]))

describe('mergeClusters', () => {
  test('what is alike is together, what has no link is alone', () => {
    expect(mergeClusters(4, among([0, 2, 3], 400), limits)).toEqual([[0, 2, 3], [1]])
  })

  test('a chain of pairs makes no cluster', () => {
    const chain = Array.from({ length: 9 }, (_, a): Likeness => [a, a + 1, 200])
    expect(mergeClusters(10, chain, limits).every((items) => items.length <= 2)).toBe(true)
  })

  test('a topic in common keeps two tight happenings apart, and lets two loose ones merge', () => {
    const [first, second] = [
      [0, 1, 2],
      [3, 4, 5],
    ]
    const across = first.flatMap((a) => second.map((b): Likeness => [a, b, 200]))
    const two = (within: number) =>
      mergeClusters(6, [...among(first, within), ...among(second, within), ...across], limits)
    expect(two(400)).toHaveLength(2)
    expect(two(250)).toHaveLength(1)
  })

  const someLinks = fc
    .uniqueArray(fc.tuple(fc.nat(14), fc.nat(14), fc.integer({ min: 100, max: 500 })), {
      selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    })
    .map((links) => links.filter(([a, b]) => a !== b))

  test('the order of the links changes nothing', () => {
    fc.assert(
      fc.property(someLinks, (links) => {
        expect(mergeClusters(15, [...links].reverse(), limits)).toEqual(mergeClusters(15, links, limits))
      }),
    )
  })

  test('two graphs side by side are clustered as each alone', () => {
    fc.assert(
      fc.property(someLinks, someLinks, (one, other) => {
        const moved = other.map(([a, b, score]): Likeness => [a + 15, b + 15, score])
        const apart = mergeClusters(15, other, limits).map((items) => items.map((item) => item + 15))
        expect(mergeClusters(30, [...one, ...moved], limits)).toEqual([
          ...mergeClusters(15, one, limits),
          ...apart,
        ])
      }),
    )
  })
})
