import { afterAll, beforeAll, expect, test } from 'vitest'
import { reweigh } from '../jobs/reweigh.ts'
import { smallWeigher } from '../jobs/test-weigher.fixture.ts'
import { outletMatrixSchema } from '../records/outlet-matrix.ts'
import { followedSituationSchema } from '../records/situation.ts'
import { situationPreviewSchema } from '../records/situation-counts.ts'
import { situationNewsSchema } from '../records/situation-news.ts'
import { situationPageSchema } from './situations.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
  await reweigh(door.ledger, { weigher: smallWeigher })
})
afterAll(() => door.ledger.close())

const send = (method: string, path: string, body: unknown) =>
  door.app.request(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const make = async (name: string, query: object) =>
  followedSituationSchema.parse(await (await send('POST', '/api/situations', { name, query })).json())

test('a situation is made, listed with its counts, changed and removed', async () => {
  const made = await make(' Strike ', { words: 'harbour union' })
  expect(made).toMatchObject({ name: 'Strike', createdBy: 'local', newArticles: 0 })
  expect(made.lastVisitAt).not.toBeNull()
  expect(made.counts).toMatchObject({
    claims: 1,
    articles: 1,
    outlets: 1,
    days: [{ day: '2026-03-04', own: 1, copies: 0 }],
  })
  const { situations } = situationPageSchema.parse(await (await door.app.request('/api/situations')).json())
  expect(situations).toEqual([made])

  const path = `/api/situations/${made.id.slice(0, 8)}`
  const put = await send('PUT', path, { name: 'Crews', query: { actors: ['crews'], types: ['PROTEST'] } })
  expect(await put.json()).toMatchObject({ id: made.id, name: 'Crews', counts: { claims: 1 } })
  const gone = await door.app.request(path, { method: 'DELETE' })
  expect(gone.status).toBe(204)
  expect((await door.app.request(path)).status).toBe(404)
})

test('a preview takes the search language or a query, tells what matched, and keeps nothing', async () => {
  const answer = await send('POST', '/api/situations/preview', { q: 'says:brandt union type:nonsense' })
  const preview = situationPreviewSchema.parse(await answer.json())
  expect(preview).toMatchObject({ q: 'union says:brandt', counts: { claims: 1 } })
  expect(preview.problems).toHaveLength(1)
  expect(preview.claims[0]?.why).toEqual([
    { part: 'words', asked: 'union', found: null },
    { part: 'sources', asked: 'brandt', found: 'Ilse Brandt' },
  ])
  expect((await send('POST', '/api/situations/preview', {})).status).toBe(400)
  expect(await (await door.app.request('/api/situations')).json()).toMatchObject({ situations: [] })
})

test('what changed is told since the last visit or since an instant; a visit never goes back', async () => {
  const made = await make('Strike', { words: 'harbour union' })
  const path = `/api/situations/${made.id}`
  const news = async (query = '') =>
    situationNewsSchema.parse(await (await door.app.request(`${path}/changes${query}`)).json())
  expect((await news()).claims).toEqual([])
  const all = await news('?since=2020-01-01T00:00:00Z')
  expect(all.claims.map(({ news }) => news.map(({ kind }) => kind))).toEqual([['new-claim']])

  const visit = async (until: string) =>
    followedSituationSchema.parse(await (await send('POST', `${path}/visit`, { until })).json()).lastVisitAt
  expect(await visit('2020-01-01T00:00:00Z')).toBe(made.lastVisitAt)
  const later = await visit('2999-01-01T00:00:00Z')
  expect(Date.parse(later ?? '')).toBeLessThanOrEqual(Date.now() + 1000)
  expect((await door.app.request(`${path}/changes?since=yesterday`)).status).toBe(400)
  await door.app.request(path, { method: 'DELETE' })
})

test('the matrix of outlets comes as JSON and as a table', async () => {
  const made = await make('Strike', { words: 'harbour union' })
  const matrix = await (await door.app.request(`/api/situations/${made.id}/matrix`)).json()
  expect(outletMatrixSchema.parse(matrix).outlets.map(({ name }) => name)).toEqual(['Coastal Courier'])
  const csv = await door.app.request(`/api/situations/${made.id}/matrix.csv`)
  const [header, row] = (await csv.text()).split('\r\n')
  expect(header).toMatch(/^claim_id,proposition,.*,Coastal Courier$/)
  expect(row).toContain('The harbour union will not talk before Friday')
})

test('the list of claims is kept to a situation, and searched within it', async () => {
  const made = await make('Strike', { kind: 'statement' })
  const count = async (query: string) =>
    ((await (await door.app.request(`/api/claims/count?${query}`)).json()) as { claims: number }).claims
  expect(await count('')).toBe(2)
  expect(await count(`situation=${made.id}`)).toBe(1)
  expect(await count(`situation=${made.id}&q=kind:event`)).toBe(0)
  expect((await door.app.request('/api/claims?situation=ffff')).status).toBe(404)
})

test('what is wrong is named', async () => {
  const refuse = async (body: unknown) => (await send('POST', '/api/situations', body)).status
  expect(await refuse({ name: '', query: {} })).toBe(400)
  expect(await refuse({ name: 'Strike', query: { after: 'soon' } })).toBe(400)
  expect(await refuse({ name: 'Strike', query: { colour: 'red' } })).toBe(400)
})
