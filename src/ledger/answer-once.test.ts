import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { answerOnce } from './answer-once.ts'
import { inWeighing } from './in-weighing.ts'
import type { Ledger } from './ledger.ts'
import { openLedger } from './open-ledger.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger({ memory: true })
})
afterAll(() => ledger.close())

const find = vi.fn(async () => ({ claims: find.mock.calls.length }))
beforeEach(() => inWeighing(ledger, async () => void find.mockClear()))

test('a question is looked up once until something is weighed, another one by itself', async () => {
  expect(await answerOnce(ledger, ['timeline', { q: 'a' }], find)).toEqual({ claims: 1 })
  expect(await answerOnce(ledger, ['timeline', { q: 'a' }], find)).toEqual({ claims: 1 })
  expect(await answerOnce(ledger, ['timeline', { q: 'b' }], find)).toEqual({ claims: 2 })
  await inWeighing(ledger, async () => {})
  expect(await answerOnce(ledger, ['timeline', { q: 'a' }], find)).toEqual({ claims: 3 })
})

test('what failed while it was weighed changes nothing; who asks at the same time shares one look', async () => {
  await answerOnce(ledger, ['network'], find)
  await expect(inWeighing(ledger, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
  await answerOnce(ledger, ['network'], find)
  expect(find).toHaveBeenCalledTimes(1)
  await Promise.all([answerOnce(ledger, ['map'], find), answerOnce(ledger, ['map'], find)])
  expect(find).toHaveBeenCalledTimes(2)
})

test('a look that failed is not kept', async () => {
  const failing = vi.fn(() => Promise.reject(new Error('no disk')))
  await expect(answerOnce(ledger, ['groups'], failing)).rejects.toThrow('no disk')
  expect(await answerOnce(ledger, ['groups'], find)).toEqual({ claims: 1 })
})
