import { expect, test } from 'vitest'
import { isAskedAgainAnyway, sendOwnActs } from './own-acts.ts'

const logged = (id: string) => [{ act: { id } }]

test('one’s own act is known when the server tells of it, once', async () => {
  await sendOwnActs(async () => logged('a1'))
  expect(isAskedAgainAnyway('a1')).toBe(true)
  expect(isAskedAgainAnyway('a1')).toBe(false)
})

test('another’s act counts as asked for while one’s own is sent, and no longer once that is answered', async () => {
  const others: boolean[] = []
  await sendOwnActs(async () => {
    others.push(isAskedAgainAnyway('b1'))
    return logged('a2')
  })
  expect([...others, isAskedAgainAnyway('b2')]).toEqual([true, false])
})

test('an act that is refused holds nothing back', async () => {
  await expect(sendOwnActs(() => Promise.reject(new Error('out of date')))).rejects.toThrow('out of date')
  expect(isAskedAgainAnyway('b3')).toBe(false)
})
