import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBulletinBoard } from '../jobs/bulletin-board.ts'
import { createApp } from './create-app.ts'
import { problemDetailsSchema } from './problem-details.ts'
import { nothingCollected, openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
beforeAll(async () => {
  door = await openTestDoor()
})
afterAll(() => door.ledger.close())

test('health says which version answers, on which store, and how much it holds', async () => {
  const response = await door.app.request('/api/health')
  expect(await response.json()).toEqual({
    version: '1.2.3',
    store: 'pglite',
    counts: expect.objectContaining({ documents: 2, articles: 2, readings: 1, statements: 1, events: 1 }),
  })
})

test('a name that was made to point at this machine is not this machine', async () => {
  const statusOf = async (host: string) =>
    (await door.app.request('/api/health', { headers: { host } })).status
  for (const host of [
    'localhost',
    'localhost:4000',
    '127.0.0.1:4000',
    '127.8.0.1',
    '[::1]:4000',
    'LOCALHOST',
  ]) {
    expect([host, await statusOf(host)]).toEqual([host, 200])
  }
  for (const host of [
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example#localhost',
    '192.168.1.4',
    '0.0.0.0',
    '[::]',
    '',
  ]) {
    expect([host, await statusOf(host)]).toEqual([host, 421])
  }
})

test('pages of the desk are kept from strangers’ hosts as well', async () => {
  expect((await door.app.request('/', { headers: { host: 'evil.example' } })).status).toBe(421)
})

test('a page of another origin cannot send documents, whatever it says they are', async () => {
  const post = (headers: Record<string, string>) =>
    door.app.request('/api/documents?where=a', {
      method: 'POST',
      body: 'x',
      headers: { host: '127.0.0.1:4000', ...headers },
    })
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:3000' },
    { origin: 'https://127.0.0.1:4000' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'cross-site' },
  ]) {
    for (const type of ['text/html', 'text/plain', 'application/json']) {
      expect((await post({ ...headers, 'content-type': type })).status).toBe(403)
    }
  }
})

test('every answer forbids framing, sniffing, referring and scripts from elsewhere', async () => {
  for (const path of ['/', '/api/health', '/api/articles/00000000', '/api/nothing']) {
    const { headers } = await door.app.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('an address that the API does not have is a problem, never the desk', async () => {
  for (const path of ['/api', '/api/', '/api/nothing', '/api/articles/0000/words']) {
    const response = await door.app.request(path)
    expect([path, response.status]).toEqual([path, 404])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(problemDetailsSchema.parse(await response.json()).code).toBe('not-found')
  }
})

test('a method that an address does not take is told which it takes', async () => {
  const response = await door.app.request('/api/articles', { method: 'DELETE' })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toContain('GET')
  expect(problemDetailsSchema.parse(await response.json()).detail).toBe(
    '/api/articles answers GET, HEAD only.',
  )
})

test('our own fault is logged with its stack and told without', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const app = createApp({
    collecting: nothingCollected,
    ledger: door.ledger,
    ingest: () => {
      throw new Error('secret path /home/analyst')
    },
    bulletins: openBulletinBoard(),
    webRoot: null,
    version: '1.2.3',
  })
  const response = await app.request('/api/documents?where=a.html', { method: 'POST', body: 'x' })
  const body = await response.text()
  const [message, error] = logged.mock.calls[0] ?? []
  logged.mockRestore()
  expect(response.status).toBe(500)
  expect(body).not.toContain('secret')
  expect(JSON.parse(body)).toMatchObject({ status: 500, code: 'internal' })
  expect(message).toBe('POST /api/documents failed')
  expect((error as Error).stack).toContain('secret')
})
