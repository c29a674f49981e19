import { afterAll, beforeAll, expect, test } from 'vitest'
import { findActorNetwork } from './find-actor-network.ts'
import type { Ledger } from './ledger.ts'
import { openTestLedger } from './open-test-ledger.fixture.ts'
import { putTestEvents } from './put-test-events.fixture.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openTestLedger()
  const [actor, recipient] = ['Morvenia', 'Aldany']
  await putTestEvents(ledger, [
    { id: 'a', actor, recipient, type: 'AID', origins: ['mayor'], tellings: 4, copies: 3 },
    { id: 'b', actor, recipient, type: 'AID', origins: ['mayor', 'wire'], modality: 'planned' },
    { id: 'c', actor, recipient, type: 'AID', origins: [], modality: 'denied' },
    { id: 'd', actor: recipient, recipient: actor, type: 'ACCUSE', origins: ['wire'] },
    { id: 'e', actor: 'San Telmo', type: 'PROTEST', origins: ['envoy'] },
  ])
})
afterAll(() => ledger.close())

test('an edge is as wide as the independent origins behind it: one that tells two events is one, and copies are none', async () => {
  const { edges, nodes } = await findActorNetwork(ledger, { types: [] })
  expect(edges).toEqual([
    {
      actor: 'Morvenia',
      recipient: 'Aldany',
      type: 'AID',
      claims: 3,
      origins: 2,
      negated: 1,
      unsure: 1,
      claimIds: ['b', 'a', 'c'],
    },
    expect.objectContaining({
      actor: 'Aldany',
      recipient: 'Morvenia',
      type: 'ACCUSE',
      claims: 1,
      origins: 1,
    }),
  ])
  expect(nodes).toEqual([
    { name: 'Aldany', events: 4, origins: 2 },
    { name: 'Morvenia', events: 4, origins: 2 },
  ])
})

test('what makes no edge is counted', async () => {
  expect(await findActorNetwork(ledger, { types: [] })).toMatchObject({ edgeCount: 2, oneSided: 1 })
  expect(await findActorNetwork(ledger, { types: ['PROTEST'] })).toEqual({
    nodes: [],
    edges: [],
    edgeCount: 0,
    oneSided: 1,
  })
})
