import { expect, test } from 'vitest'
import type { LedgerTransaction } from '../ledger/ledger.ts'
import { makeCopy } from '../records/made-copy.fixture.ts'
import { CopyMemory } from './copy-memory.ts'

const span = { start: 0, end: 9 }
const transaction = {} as LedgerTransaction
const ids = Array.from({ length: 20 }, (_, i) => `article ${String(i).padStart(2, '0')}`)
const pairs = ids.flatMap((laterId, i) =>
  ids
    .slice(0, i)
    .map((earlierId) => ({ laterId, earlierId, copy: makeCopy(earlierId, laterId, { of: span, by: span }) })),
)

function open(most: number) {
  const asked: string[][] = []
  const find = (_: unknown, laterIds: Iterable<string>) => {
    const wanted = [...laterIds]
    asked.push(wanted)
    return Promise.resolve(pairs.filter(({ laterId }) => wanted.includes(laterId)))
  }
  return { memory: new CopyMemory(find, most), asked }
}

test.each([10, 100, 100_000])('gives every copy each time, with room for %s', async (most) => {
  const { memory } = open(most)
  for (let i = 0; i < 3; i++)
    expect(await memory.findAmong(transaction, new Set(ids))).toHaveLength(pairs.length)
  expect(await memory.findAmong(transaction, new Set(ids.slice(0, 3)))).toHaveLength(3)
})

test('asks for nothing twice, and knows what changed since', async () => {
  const { memory, asked } = open(100_000)
  await memory.findAmong(transaction, new Set(ids))
  const [first, second] = [pairs[0], pairs[1]]
  if (!first || !second) throw new Error('two pairs')
  memory.change([first], [])
  expect(await memory.findAmong(transaction, new Set(ids))).toHaveLength(pairs.length - 1)
  memory.change([], [first])
  expect(await memory.findAmong(transaction, new Set(ids))).toHaveLength(pairs.length)
  memory.takeOut(second.laterId)
  const left = new Set(ids.filter((id) => id !== second.laterId))
  expect(await memory.findAmong(transaction, left)).toHaveLength((19 * 18) / 2)
  expect(asked.filter((wanted) => wanted.length > 0)).toHaveLength(1)
})
