import { expect, test } from 'vitest'
import { joinByIdentity } from './join-by-identity.ts'

const rows = (...identities: readonly string[][]) => identities.map((of) => ({ identities: of }))

test('what shares an identity is one, through others too, in the order of the rows', () => {
  const [harbour, mayor, navy, both, nobody] = rows(['a'], ['b'], ['c'], ['b', 'a'], [])
  const all = [harbour, mayor, navy, both, nobody].flatMap((row) => row ?? [])
  expect(joinByIdentity(all)).toEqual([[harbour, mayor, both], [navy], [nobody]])
})

test('what is joined besides takes along all that is one with it', () => {
  const all = rows(['a'], ['b'], ['a'], ['b'])
  expect(joinByIdentity(all, (join) => join(3, 2))).toEqual([all])
})

test('a long chain is walked quickly', () => {
  const chain = Array.from({ length: 100_000 }, (_, i) => ({ identities: [`${i}`, `${i + 1}`] }))
  const begun = performance.now()
  expect(joinByIdentity(chain.reverse())).toHaveLength(1)
  expect(performance.now() - begun).toBeLessThan(2000)
})
