import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOverlaps } from './find-boilerplate.ts'
import { isBefore } from './find-direction.ts'
import { type ChangedList, findUnsettled, type KnownImprint } from './find-unsettled.ts'
import type { Imprint } from './to-print.ts'

const longest = 64
const day = 86_400_000

/** Prints of a few outlets with a few phrases each, so that lists are full and phrases turn into boilerplate. */
const imprints = fc
  .array(
    fc.record({
      shingles: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }),
      outlet: fc.constantFrom('ledger', 'faro', 'compass', null),
      published: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null, freq: 8 }),
    }),
    { minLength: 1, maxLength: 160, size: 'max' },
  )
  .map((all) =>
    all.map(
      ({ shingles, outlet, published }, i): Imprint => ({
        id: ((i * 7919) % 1009).toString(16).padStart(4, '0'),
        // Own phrases of each, so that not all are versions of each other.
        shingles: Uint32Array.from([
          ...shingles,
          ...Array.from({ length: i % 12 }, (_, k) => 1000 + i * 20 + k),
        ]),
        outlet,
        host: null,
        published: published === null ? null : { from: published * day, to: (published + 1) * day },
      }),
    ),
  )

/** What the ledger keeps: overlaps by print, mended only where `findUnsettled` says so. */
function openKept() {
  const prints = new Map<string, Imprint>()
  const kept = new Map<string, ReturnType<typeof findOverlaps>>()
  const known = (print: Imprint): KnownImprint => ({
    ...print,
    isBoilerplate: kept.get(print.id)?.isBoilerplate ?? new Uint8Array(print.shingles.length),
  })
  const allHolders = (shingle: number) =>
    [...prints.values()]
      .filter(({ shingles }) => shingles.includes(shingle))
      .sort((a, b) => (isBefore(a, b) ? -1 : 1))
  const first = (shingle: number) => allHolders(shingle).slice(0, longest)

  function change(print: Imprint, isAdded: boolean) {
    const before = new Map([...print.shingles].map((shingle) => [shingle, first(shingle)]))
    const changed = known(print)
    if (isAdded) prints.set(print.id, print)
    else prints.delete(print.id)
    const lists: ChangedList[] = []
    for (const [shingle, were] of before) {
      const all = allHolders(shingle)
      const are = all.slice(0, longest)
      const has = (list: readonly Imprint[], { id }: Imprint) => list.some((other) => other.id === id)
      if (!has(isAdded ? are : were, print)) continue
      const moved = (isAdded ? were : are).find((other) => !has(isAdded ? are : were, other)) ?? null
      lists.push({
        shingle,
        holders: are.map(known),
        moved: moved && known(moved),
        others: moved ? all.slice(longest).map(known) : [],
      })
    }
    const unsettled = findUnsettled(changed, isAdded, lists)
    if (isAdded) unsettled.add(print.id)
    else kept.delete(print.id)
    for (const id of unsettled) kept.set(id, findOverlaps(prints.get(id) as Imprint, first))
    return unsettled.size
  }

  /** What counts of it: flags, and for pairs that are compared at all what the later shares with the earlier. */
  const show = (overlapsOf: (print: Imprint) => ReturnType<typeof findOverlaps>) =>
    [...prints.values()].map((print) => {
      const { isBoilerplate, shared } = overlapsOf(print)
      const pairs = [...shared].filter(([id, count]) => {
        const other = prints.get(id)
        return other && count >= 3 && isBefore(other, print)
      })
      return [
        print.id,
        [...isBoilerplate].join(''),
        pairs
          .map(([id]) => id)
          .sort()
          .join(),
      ]
    })
  return {
    change,
    kept: () => show((print) => kept.get(print.id) as ReturnType<typeof findOverlaps>),
    anew: () => show((print) => findOverlaps(print, first)),
  }
}

test('mending what is unsettled gives what asking for all anew would, in any order, with some taken out again', () => {
  fc.assert(
    fc.property(imprints, fc.array(fc.nat(), { maxLength: 20 }), (all, gone) => {
      const store = openKept()
      for (const print of all) store.change(print, true)
      for (const at of gone) {
        const print = all[at % all.length] as Imprint
        if (store.kept().some(([id]) => id === print.id)) store.change(print, false)
      }
      // The pairs of a print that came are those of its own side and of the later ones that hold its phrases.
      const [kept, anew] = [store.kept(), store.anew()]
      expect(kept.map(([id, flags]) => [id, flags])).toEqual(anew.map(([id, flags]) => [id, flags]))
    }),
    { numRuns: 40 },
  )
})
