import { afterAll, beforeAll, expect, test } from 'vitest'
import { putTestEvents } from '../ledger/put-test-events.fixture.ts'
import { actorNetworkSchema } from '../records/actor-network.ts'
import { eventMapSchema } from '../records/event-map.ts'
import { timelineSchema } from '../records/timeline.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
  await putTestEvents(door.ledger, [
    {
      id: 'aid',
      type: 'AID',
      actor: 'Poland',
      recipient: 'Ukraine',
      place: 'Lviv',
      day: { from: '2026-03-04', to: '2026-03-04' },
      origins: ['mayor'],
    },
    {
      id: 'talks',
      type: 'CONSULT',
      actor: 'France',
      recipient: 'Poland',
      place: 'northern France',
      origins: [],
    },
  ])
})
afterAll(() => door.ledger.close())

const get = async (path: string) => (await door.app.request(path)).json()

test('each view answers a search, and says what of it was not understood', async () => {
  const q = 'q=actor:ukraine%20kind:rumour'
  const timeline = await get(`/api/timeline?${q}&from=2026-03-01`)
  expect(timelineSchema.parse(timeline)).toMatchObject({ events: [{ id: 'aid' }], undatedCount: 0 })
  const network = await get(`/api/network?${q}`)
  expect(actorNetworkSchema.parse(network).edges).toMatchObject([
    { actor: 'Poland', type: 'AID', origins: 1 },
  ])
  const map = await get(`/api/map?${q}`)
  expect(eventMapSchema.parse(map).points).toMatchObject([{ name: 'Lviv', country: 'UKR' }])
  for (const { problems } of [timeline, network, map] as { problems: string[] }[])
    expect(problems).toHaveLength(1)
})

test('types choose, and one that is none is refused', async () => {
  expect(await get('/api/map?types=CONSULT,AID')).toMatchObject({
    points: [{ name: 'Lviv' }],
    countries: [{ country: 'FRA', name: 'France' }],
  })
  expect(await get('/api/map?types=CONSULT')).toMatchObject({ points: [], countries: [{ country: 'FRA' }] })
  const refused = await door.app.request('/api/network?types=CONSULT,PARTY')
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ parameters: [{ name: 'types' }] })
  expect((await door.app.request('/api/timeline?situation=0123456789')).status).toBe(404)
})

test('a situation keeps each view to its claims', async () => {
  const made = await door.app.request('/api/situations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'France', query: { actors: ['France'] } }),
  })
  const { id } = (await made.json()) as { id: string }
  expect(await get(`/api/timeline?situation=${id}`)).toMatchObject({ eventCount: 0, undatedCount: 1 })
  expect(await get(`/api/network?situation=${id}`)).toMatchObject({ edges: [{ actor: 'France' }] })
  expect(await get(`/api/claims?ids=aid,talks,none&situation=${id}`)).toMatchObject({
    claims: [{ id: 'talks' }],
  })
})
