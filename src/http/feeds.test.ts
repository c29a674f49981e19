import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../collect/start-server.fixture.ts'
import { openBulletinBoard } from '../jobs/bulletin-board.ts'
import type { Collecting } from '../jobs/collecting.ts'
import { openCollecting } from '../jobs/open-collecting.ts'
import { openReaders } from '../jobs/open-readers.ts'
import { findArticles } from '../ledger/find-articles.ts'
import { collectingStatusSchema } from '../records/collecting-status.ts'
import { followedFeedSchema, followedListSchema, followingSchema, testedFeedSchema } from '../records/feed.ts'
import { createApp } from './create-app.ts'
import { feedPageSchema } from './feeds.ts'
import { problemDetailsSchema } from './problem-details.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

const rss = (title: string, paths: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${paths
    .map((path) => `<item><title>${path.slice(6)}</title><link>${path}</link></item>`)
    .join('')}</channel></rss>`

const pages: Record<string, string> = {
  '/': '<!doctype html><title>The Lindholm Ledger</title><link rel="alternate" type="application/rss+xml" href="/news.rss"><link rel="alternate" type="application/rss+xml" title="Sport" href="/sport.rss"><p>All the news.',
  '/news.rss': rss('The Lindholm Ledger', ['/2026/ferry-sails-again', '/2026/wheat-is-dear-this-year']),
  '/sport.rss': rss('Sport', []),
  '/plain': '<!doctype html><title>Opening hours</title><p>From nine to five.',
}
const article = (path: string) =>
  `<!doctype html><html lang="en"><title>${path}</title><article><h1>${path}</h1><p>${'The harbour master of Lindholm said on Friday that ferry number two would sail again. '.repeat(4)}</p></article>`

let site: TestServer
let door: TestDoor
let collecting: Collecting
/** As a server that was not told to reach this machine. */
let careful: Collecting
beforeAll(async () => {
  site = await startServer((request, response) => {
    const path = request.url ?? ''
    const text = pages[path] ?? (path.startsWith('/2026/') ? article(path) : null)
    if (text === null) response.writeHead(404, { 'content-type': 'text/html' }).end('nothing')
    else
      response
        .writeHead(200, { 'content-type': text.startsWith('<?xml') ? 'text/xml' : 'text/html' })
        .end(text)
  })
  const readers = openReaders({ mode: 'fast' })
  const given = await openTestDoor()
  collecting = await openCollecting(given.ledger, () => readers, { allowPrivate: true, delayMs: 0 })
  careful = await openCollecting(given.ledger, () => readers)
  const app = createApp({
    ledger: given.ledger,
    ingest: () => (async function* () {})(),
    collecting,
    bulletins: openBulletinBoard(),
    webRoot: null,
    version: '1.2.3',
  })
  door = { ...given, app }
})
afterAll(async () => {
  await collecting.close()
  await careful.close()
  await site.close()
  await door.ledger.close()
})

const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  door.app.request(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
const follow = async (address: string, more: object = {}) =>
  followingSchema.parse(await (await send('POST', '/api/feeds', { address, ...more })).json())
const list = async (query = '') =>
  feedPageSchema.parse(await (await door.app.request(`/api/feeds${query}`)).json())
const remove = (id: string) => door.app.request(`/api/feeds/${id}`, { method: 'DELETE' })

test('an address is tested without being followed: the feed of a site, its newest pages, its other feeds', async () => {
  const response = await send('POST', '/api/feeds/test', { address: site.origin })
  expect(response.status).toBe(200)
  expect(testedFeedSchema.parse(await response.json())).toMatchObject({
    address: `${site.origin}/news.rss`,
    title: 'The Lindholm Ledger',
    entries: 2,
    newest: [{ title: 'ferry-sails-again' }, {}],
    others: [{ url: `${site.origin}/sport.rss`, title: 'Sport' }],
  })
  expect((await list()).feeds).toEqual([])
})

test('a feed is followed, collected, paused, resumed and removed; its articles stay', async () => {
  const first = await send('POST', '/api/feeds', { address: site.origin })
  expect(first.status).toBe(201)
  const { feed, isNew, named } = followingSchema.parse(await first.json())
  expect({ isNew, named }).toEqual({ isNew: true, named: 2 })
  expect((await send('POST', '/api/feeds', { address: `${site.origin}/news.rss` })).status).toBe(200)
  expect(await (await door.app.request(`/api/feeds/${feed.id.slice(0, 8)}`)).json()).toEqual(
    await (await door.app.request(`/api/feeds/${feed.id}`)).json(),
  )

  const started = await send('POST', '/api/collecting', { feeds: [feed.id.slice(0, 8)] })
  expect(started.status).toBe(202)
  expect(collectingStatusSchema.parse(await started.json()).isRunning).toBe(true)
  const status = async () =>
    collectingStatusSchema.parse(await (await door.app.request('/api/collecting')).json())
  for (let i = 0; i < 400 && (await status()).isRunning; i++) await wait(50)
  expect(await status()).toMatchObject({ feeds: 1, feedsFailed: 0, new: 2, failed: 0, problem: null })
  expect((await list()).feeds).toMatchObject([{ id: feed.id, pages: 2, articles: 2, waiting: 0 }])
  const health = (await (await door.app.request('/api/health')).json()) as { counts: object }
  expect(health.counts).toMatchObject({ feeds: 1, failingFeeds: 0, articles: 4 })

  const set = async (state: string) =>
    followedFeedSchema.parse(
      await (await send('PATCH', `/api/feeds/${feed.id.slice(0, 8)}`, { state })).json(),
    )
  expect(await set('paused')).toMatchObject({ state: 'paused', nextAt: null })
  expect(await set('active')).toMatchObject({ state: 'active', nextAt: expect.any(String) })

  const removed = await remove(feed.id)
  expect([removed.status, await removed.text()]).toEqual([204, ''])
  expect((await remove(feed.id)).status).toBe(404)
  expect((await list()).feeds).toEqual([])
  expect((await findArticles(door.ledger)).articles).toHaveLength(4)
})

test('a page is watched when that is asked for', async () => {
  const { feed } = await follow(`${site.origin}/plain`, { watch: true })
  expect(feed).toMatchObject({ kind: 'page', address: `${site.origin}/plain` })
  await remove(feed.id)
})

test('where nothing can be followed the answer says why and what to try', async () => {
  for (const path of ['/api/feeds', '/api/feeds/test']) {
    const response = await send('POST', path, { address: `${site.origin}/plain` })
    expect(response.status).toBe(422)
    const { code, detail, problem } = problemDetailsSchema.parse(await response.json())
    expect(code).toBe('not-a-feed')
    expect(problem).toMatchObject({ code: 'not-a-feed', advice: expect.stringContaining('--page') })
    expect(detail).toBe(`${problem?.message} ${problem?.advice}`)
  }
  const gone = await send('POST', '/api/feeds', { address: 'http://127.0.0.1:1/feed' })
  expect(gone.status).toBe(422)
  expect((await list()).feeds).toEqual([])
})

test('this machine and private networks are not reached unless the operator allows it', async () => {
  const asked = site.asked.length
  const app = createApp({
    ledger: door.ledger,
    ingest: () => (async function* () {})(),
    collecting: careful,
    bulletins: openBulletinBoard(),
    webRoot: null,
    version: '1.2.3',
  })
  const hosts = [site.origin, 'http://2130706433/', 'http://[::1]/', 'http://10.0.0.1/', 'http://localhost/']
  for (const address of hosts) {
    for (const path of ['/api/feeds', '/api/feeds/test']) {
      const response = await app.request(path, {
        method: 'POST',
        body: JSON.stringify({ address }),
        headers: { 'content-type': 'application/json' },
      })
      const body = problemDetailsSchema.parse(await response.json())
      expect([address, response.status, body.code]).toEqual([address, 422, 'fetch-refused'])
    }
  }
  expect(site.asked.length).toBe(asked)
})

test('lists of feeds are read and written', async () => {
  const opml = (outlines: string) =>
    `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>`
  const post = (body: string | Uint8Array<ArrayBuffer>) =>
    door.app.request('/api/feeds/opml', { method: 'POST', body })
  const two = opml(
    '<outline text="A &amp; B" xmlUrl="https://a.example/feed"/><outline text="C"><outline xmlUrl="https://c.example/rss"/></outline>',
  )
  expect(followedListSchema.parse(await (await post(two)).json())).toEqual({ followed: 2, known: 0 })
  expect(followedListSchema.parse(await (await post(two)).json())).toEqual({ followed: 0, known: 2 })
  const written = await door.app.request('/api/feeds.opml')
  expect(written.headers.get('content-type')).toMatch(/^text\/x-opml/)
  const text = await written.text()
  expect(text).toContain('text="A &amp; B"')
  expect(followedListSchema.parse(await (await post(text)).json())).toEqual({ followed: 0, known: 2 })

  const none = await post('<html>no list</html>')
  expect(none.status).toBe(422)
  expect(problemDetailsSchema.parse(await none.json()).problem?.message).not.toBe('')
  expect((await post('')).status).toBe(422)
  expect((await post(new Uint8Array(4 * 1024 * 1024 + 1))).status).toBe(413)

  const first = await list('?limit=1')
  const second = await list(`?limit=1&cursor=${first.nextCursor}`)
  expect([...first.feeds, ...second.feeds].map(({ address }) => address)).toEqual([
    'https://a.example/feed',
    'https://c.example/rss',
  ])
  expect(second.nextCursor).toBeNull()
  for (const { id } of [...first.feeds, ...second.feeds]) await remove(id)
})

test('what is no address, no id and no state is refused by name', async () => {
  const refusals: [string, string, unknown, number][] = [
    ['POST', '/api/feeds', { address: 'file:///etc/hostname' }, 400],
    ['POST', '/api/feeds', { address: 'javascript:alert(1)' }, 400],
    ['POST', '/api/feeds', { address: '' }, 400],
    ['POST', '/api/feeds', { address: 'x'.repeat(5000) }, 400],
    ['POST', '/api/feeds', { address: 7 }, 400],
    ['POST', '/api/feeds', {}, 400],
    ['POST', '/api/feeds', { address: site.origin, page: true }, 400],
    ['POST', '/api/feeds', [], 400],
    ['POST', '/api/feeds/test', { address: 'two words' }, 400],
    ['POST', '/api/feeds', { address: 'x'.repeat(200_000) }, 413],
    ['POST', '/api/collecting', { feeds: ['x'.repeat(200_000)] }, 413],
    ['POST', '/api/collecting', { feeds: ['ffff'] }, 404],
    ['POST', '/api/collecting', { feeds: ['..'] }, 404],
    ['POST', '/api/collecting', { feeds: 'all' }, 400],
    ['PATCH', '/api/feeds/ffffffff', { state: 'paused' }, 404],
    ['PATCH', '/api/feeds/%2e%2e%2fhealth', { state: 'paused' }, 404],
    ['PATCH', '/api/feeds/ffffffff', { state: 'gone' }, 400],
    ['DELETE', '/api/feeds/..%2f..%2fdata', undefined, 404],
  ]
  for (const [method, path, body, status] of refusals) {
    const response = await send(method, path, body)
    expect([method, path, body, response.status]).toEqual([method, path, body, status])
    expect(problemDetailsSchema.parse(await response.json()).detail).not.toBe('')
  }
  const broken = await door.app.request('/api/feeds', {
    method: 'POST',
    body: '{"address":',
    headers: { 'content-type': 'application/json' },
  })
  expect(broken.status).toBe(400)
  const untyped = await door.app.request('/api/feeds', { method: 'POST', body: '{"address":"a.example"}' })
  expect(untyped.status).toBe(415)
})

test('a page of another origin can neither follow nor collect nor remove', async () => {
  for (const [method, path] of [
    ['POST', '/api/feeds'],
    ['POST', '/api/feeds/opml'],
    ['POST', '/api/feeds/test'],
    ['POST', '/api/collecting'],
    ['PATCH', '/api/feeds/ffffffff'],
    ['DELETE', '/api/feeds/ffffffff'],
  ] as const) {
    const response = await send(method, path, { address: site.origin }, { origin: 'https://evil.example' })
    expect([method, path, response.status]).toEqual([method, path, 403])
  }
})
