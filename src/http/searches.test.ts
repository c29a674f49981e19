import { afterAll, beforeAll, expect, test } from 'vitest'
import { savedSearchSchema } from '../records/saved-search.ts'
import { problemDetailsSchema } from './problem-details.ts'
import { savedSearchesSchema } from './searches.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
})
afterAll(() => door.ledger.close())

const save = (body: unknown, headers: Record<string, string> = {}) =>
  door.app.request('/api/searches', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
const list = async () =>
  savedSearchesSchema.parse(await (await door.app.request('/api/searches')).json()).searches
const remove = (id: string, headers: Record<string, string> = {}) =>
  door.app.request(`/api/searches/${id}`, { method: 'DELETE', headers })

test('a search is kept under a name, once; saved again it takes the new name; removed it is gone', async () => {
  expect(await list()).toEqual([])
  const q = 'actor:"Anton Veresk" origins>=2'
  const response = await save({ name: ' Veresk ', q })
  expect(response.status).toBe(201)
  const saved = savedSearchSchema.parse(await response.json())
  expect(saved).toMatchObject({ name: 'Veresk', q, createdBy: 'local' })
  await save({ name: 'amnesty', q: 'amnesty is:disputed' })
  await save({ name: 'Veresk, twice told', q })
  const all = await list()
  expect(all.map(({ name }) => name)).toEqual(['amnesty', 'Veresk, twice told'])
  expect(all[1]).toEqual({ ...saved, name: 'Veresk, twice told' })
  expect((await remove(saved.id)).status).toBe(204)
  expect((await remove(saved.id)).status).toBe(404)
  expect((await list()).map(({ name }) => name)).toEqual(['amnesty'])
})

test('what is no search is refused by name, and a page of another origin can keep none', async () => {
  const kept = await list()
  for (const [body, status] of [
    [{ name: 'x' }, 400],
    [{ name: '  ', q: 'x' }, 400],
    [{ name: 'x', q: '' }, 400],
    [{ name: 'x', q: 'y'.repeat(2001) }, 400],
    [{ name: 'x', q: 'y', owner: 'z' }, 400],
    [[], 400],
    [{ name: 'x', q: 'y'.repeat(200_000) }, 413],
  ] as const) {
    const response = await save(body)
    expect(response.status).toBe(status)
    expect(problemDetailsSchema.parse(await response.json()).detail).not.toBe('')
  }
  const foreign = { origin: 'https://evil.example' }
  expect((await save({ name: 'x', q: 'y' }, foreign)).status).toBe(403)
  expect((await remove(kept[0]?.id ?? '', foreign)).status).toBe(403)
  expect((await remove('..%2fclaims')).status).toBe(404)
  expect(await list()).toEqual(kept)
})
