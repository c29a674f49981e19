import { afterAll, beforeAll, expect, test } from 'vitest'
import { reweigh } from '../jobs/reweigh.ts'
import { smallWeigher } from '../jobs/test-weigher.fixture.ts'
import { claimPageSchema } from './claims.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
  await reweigh(door.ledger, { weigher: smallWeigher })
})
afterAll(() => door.ledger.close())

test('claims come with every report, and where its words stand', async () => {
  const response = await door.app.request('/api/claims')
  const { claims } = claimPageSchema.parse(await response.json())
  expect(claims.find(({ kind }) => kind === 'statement')).toMatchObject({
    source: 'Ilse Brandt',
    proposition: 'The harbour union will not talk before Friday',
    outlets: ['Coastal Courier'],
    reports: [{ articleId: door.articles[0].id, kind: 'statement', ordinal: 0, modality: 'denied' }],
  })
})

test('an article chooses the claims that it reports', async () => {
  const countOf = async (id: string) => {
    const response = await door.app.request(`/api/claims?article=${id}`)
    return claimPageSchema.parse(await response.json()).claims.length
  }
  expect(await countOf(door.articles[0].id)).toBe(2)
  expect(await countOf(door.articles[1].id)).toBe(0)
})
