import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ledger } from '../ledger/ledger.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import { putTestEvents } from '../ledger/put-test-events.fixture.ts'
import type { Atlas } from '../records/atlas.ts'
import { mapEvents } from './map-events.ts'

const town = (name: string, country: string, lat: number, others: string[] = []) => ({
  name,
  country,
  lat,
  lon: 20,
  others,
})
const atlas: Atlas = {
  towns: new Map([
    ['selgrad', [town('Selgrad', 'XMO', 50)]],
    ['old selgrad', [town('Selgrad', 'XMO', 50)]],
    ['ferran', [town('Ferrán', 'XMO', 51, ['XAL']), town('Ferrán', 'XAL', 10, ['XMO'])]],
  ]),
  countries: new Map([['morvenia', 'XMO']]),
  countryNames: new Map([['XMO', 'Morvenia']]),
}

let ledger: Ledger
beforeAll(async () => {
  ledger = await openTestLedger()
  await putTestEvents(ledger, [
    { id: 'a', place: 'Selgrad', origins: ['mayor', 'wire'] },
    { id: 'b', place: 'Old Selgrad', origins: ['mayor'], tellings: 3, copies: 2 },
    { id: 'c', place: 'northern Morvenia', origins: ['mayor'] },
    { id: 'd', place: 'Ferrán', origins: ['envoy'] },
    { id: 'e', place: 'the border', origins: [] },
    { id: 'f', type: 'AID', origins: ['envoy'] },
  ])
})
afterAll(() => ledger.close())

test('one town is one point under both its names, with each origin behind it once', async () => {
  const { points } = await mapEvents(ledger, { types: [] }, atlas)
  expect(points).toEqual([
    {
      name: 'Selgrad',
      country: 'XMO',
      lat: 50,
      lon: 20,
      names: ['Old Selgrad', 'Selgrad'],
      claims: 2,
      origins: 2,
      claimIds: ['a', 'b'],
    },
  ])
})

test('what is known to its country is no point, and what cannot be placed is listed with why', async () => {
  const map = await mapEvents(ledger, { types: [] }, atlas)
  expect(map.countries).toMatchObject([{ country: 'XMO', name: 'Morvenia', claims: 1, origins: 1 }])
  // Nobody of either country acts in it: it may be the one or the other.
  expect(map.unplaced).toMatchObject([
    { names: ['Ferrán'], countries: ['XAL', 'XMO'], claims: 1 },
    { names: ['the border'], countries: [], claims: 1, claimIds: ['e'] },
  ])
  expect(map.withoutPlace).toBe(1)
  expect(await mapEvents(ledger, { types: ['AID'] }, atlas)).toEqual({
    points: [],
    countries: [],
    unplaced: [],
    withoutPlace: 1,
  })
})
