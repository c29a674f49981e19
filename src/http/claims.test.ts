import { afterAll, beforeAll, expect, test } from 'vitest'
import { reweigh } from '../jobs/reweigh.ts'
import { smallWeigher } from '../jobs/test-weigher.fixture.ts'
import { claimSchema } from '../records/claim.ts'
import { claimPageSchema, wholeClaimPageSchema } from './claims.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
  await reweigh(door.ledger, { weigher: smallWeigher })
})
afterAll(() => door.ledger.close())

test('claims come with every report, and where its words stand', async () => {
  const response = await door.app.request('/api/claims/whole')
  const { claims } = wholeClaimPageSchema.parse(await response.json())
  expect(claims.find(({ kind }) => kind === 'statement')).toMatchObject({
    source: 'Ilse Brandt',
    proposition: 'The harbour union will not talk before Friday',
    outlets: ['Coastal Courier'],
    reports: [{ articleId: door.articles[0].id, kind: 'statement', ordinal: 0, modality: 'denied' }],
  })
})

test('a row of the list counts what stands behind a claim', async () => {
  const { claims } = claimPageSchema.parse(await (await door.app.request('/api/claims')).json())
  expect(claims.find(({ kind }) => kind === 'statement')).toMatchObject({
    source: 'Ilse Brandt',
    reports: 1,
    outlets: 1,
    copies: 0,
    origins: 1,
    isDenied: false,
    against: [],
  })
})

test('the search language chooses claims, and says what it did not understand', async () => {
  const find = async (q: string) => {
    const response = await door.app.request(`/api/claims?q=${encodeURIComponent(q)}`)
    return claimPageSchema.parse(await response.json())
  }
  expect(await find('says:brandt modality:denied')).toMatchObject({ claims: [{ source: 'Ilse Brandt' }] })
  expect(await find('says:nobody')).toMatchObject({ claims: [], problems: [] })
  expect((await find('says:brandt kind:rumour')).problems).toHaveLength(1)
  const counted = await door.app.request('/api/claims/count?q=says:brandt')
  expect(await counted.json()).toEqual({ claims: 1, problems: [] })
  const facets = await door.app.request('/api/facets?kind=source&prefix=bra')
  expect(await facets.json()).toEqual({
    facets: [{ kind: 'source', key: 'ilse brandt', name: 'Ilse Brandt', claims: 1 }],
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

test('origins, disagreement and words choose claims', async () => {
  const find = async (query: string) => {
    const response = await door.app.request(`/api/claims?${query}`)
    return claimPageSchema.parse(await response.json()).claims.map(({ proposition }) => proposition)
  }
  const all = await find('')
  expect(all).toHaveLength(2)
  expect(await find('minOrigins=1')).toEqual(all)
  expect(await find('minOrigins=2')).toEqual([])
  expect(await find('disputed=false')).toEqual(all)
  expect(await find('disputed=true')).toEqual([])
  expect(await find('words=harbour%20union')).toEqual(['The harbour union will not talk before Friday'])
})

test('a parameter that is wrong is named, and an id that nothing has is not found', async () => {
  for (const query of ['minOrigins=few', 'minOrigins=-1', 'disputed=perhaps', 'origins=2']) {
    const response = await door.app.request(`/api/claims?${query}`)
    expect(response.status, query).toBe(400)
  }
  expect((await door.app.request('/api/claims?article=ffffffff')).status).toBe(404)
  expect((await door.app.request('/api/claims?story=ffffffff')).status).toBe(404)
})

test('a claim comes by its id or the beginning of it', async () => {
  const page = wholeClaimPageSchema.parse(await (await door.app.request('/api/claims/whole')).json())
  const [claim] = page.claims
  const response = await door.app.request(`/api/claims/${claim?.id.slice(0, 12)}`)
  expect(claimSchema.parse(await response.json())).toEqual(claim)
  expect((await door.app.request('/api/claims/ffffffff')).status).toBe(404)
})
