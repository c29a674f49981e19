import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Collecting, openCollecting } from '../jobs/open-collecting.ts'
import { openReaders } from '../jobs/open-readers.ts'
import { followedFeedSchema, followingSchema, testedFeedSchema } from '../records/feed.ts'
import { createApp } from './create-app.ts'
import { feedPageSchema } from './feeds.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

const rss = `<rss version="2.0"><channel><title>Lindholm Wire</title><link>/</link>
<item><title>The grain quay closes</title><link>/quay</link></item></channel></rss>`

let site: Server
let origin: string
let door: TestDoor
let collecting: Collecting
let app: TestDoor['app']

beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url === '/feed') response.setHeader('content-type', 'application/rss+xml').end(rss)
    else if (request.url === '/')
      response
        .setHeader('content-type', 'text/html')
        .end('<link rel="alternate" type="application/rss+xml" title="Wire" href="/feed"><p>Welcome')
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  door = await openTestDoor()
  const { ledger } = door
  collecting = await openCollecting(ledger, () => openReaders({ mode: 'fast' }), {
    allowPrivate: true,
    delayMs: 0,
  })
  app = createApp({
    ledger,
    collecting,
    webRoot: null,
    version: '1.2.3',
    ingest: () => {
      throw new Error('Nothing is sent here.')
    },
  })
})

afterAll(async () => {
  await collecting.close()
  await door.ledger.close()
  site.close()
})

const send = (method: string, path: string, body: unknown) =>
  app.request(`http://localhost${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

test('a site is tested, followed through its feed, paused, exported and removed', async () => {
  const tested = await send('POST', '/api/feeds/test', { address: origin })
  expect(testedFeedSchema.parse(await tested.json())).toMatchObject({
    address: `${origin}/feed`,
    title: 'Lindholm Wire',
    entries: 1,
  })
  const followed = await send('POST', '/api/feeds', { address: origin })
  expect(followed.status).toBe(201)
  const { feed, named } = followingSchema.parse(await followed.json())
  expect(named).toBe(1)
  expect((await send('POST', '/api/feeds', { address: `${origin}/feed` })).status).toBe(200)

  const list = feedPageSchema.parse(await (await app.request('http://localhost/api/feeds')).json())
  expect(list.feeds).toHaveLength(1)
  const path = `/api/feeds/${feed.id.slice(0, 8)}`
  const paused = followedFeedSchema.parse(await (await send('PATCH', path, { state: 'paused' })).json())
  expect(paused).toMatchObject({ state: 'paused', nextAt: null })
  expect(await (await app.request('http://localhost/api/feeds.opml')).text()).toContain(
    `xmlUrl="${origin}/feed"`,
  )
  expect((await app.request(`http://localhost${path}`, { method: 'DELETE' })).status).toBe(204)
  expect((await app.request(`http://localhost${path}`)).status).toBe(404)
})

test('where nothing can be followed, the answer says what was found there', async () => {
  const answer = await send('POST', '/api/feeds', { address: `${origin}/missing` })
  expect(answer.status).toBe(422)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({
    status: 422,
    code: 'fetch-failed',
    problem: { code: 'fetch-failed' },
  })
  expect((await send('POST', '/api/feeds', { address: 'file:///etc/passwd' })).status).toBe(400)
  expect((await send('POST', '/api/feeds', { address: origin, colour: 'red' })).status).toBe(400)
})

test('a list of subscriptions is followed; what is none is refused', async () => {
  const opml = `<opml version="2.0"><body><outline text="Wire" xmlUrl="${origin}/feed"/></body></opml>`
  const post = (body: string) => app.request('http://localhost/api/feeds/opml', { method: 'POST', body })
  expect(await (await post(opml)).json()).toEqual({ followed: 1, known: 0 })
  expect((await post('<p>no list')).status).toBe(422)
  const started = await send('POST', '/api/collecting', {})
  expect(started.status).toBe(202)
  expect((await app.request('http://localhost/api/collecting')).status).toBe(200)
})
