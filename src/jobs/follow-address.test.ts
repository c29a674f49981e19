import { getTableName, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Fetcher } from '../collect/fetcher.ts'
import { openFetcher } from '../collect/open-fetcher.ts'
import { startServer, type TestServer } from '../collect/start-server.fixture.ts'
import { findFeeds, getFeed } from '../ledger/find-feeds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerTables } from '../ledger/ledger-tables.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import { setFeedState } from '../ledger/set-feed-state.ts'
import { followAddress, testAddress } from './follow-address.ts'
import { followList } from './follow-list.ts'

let ledger: Ledger
let fetcher: Fetcher
let server: TestServer | null = null
beforeAll(async () => {
  ledger = await openTestLedger()
  fetcher = await openFetcher({ allowPrivate: true, delayMs: 0, timeoutMs: 2000 })
})
beforeEach(async () => {
  const names = ledgerTables.map((table) => `"${getTableName(table)}"`)
  await ledger.db.execute(sql.raw(`truncate ${names.join(', ')}`))
})
afterEach(() => server?.close())
afterAll(async () => {
  await fetcher.close()
  await ledger.close()
})

async function serve(pages: Record<string, string | ((origin: string) => string)>): Promise<string> {
  const started = await startServer((request, response) => {
    const page = pages[request.url ?? '']
    const text = typeof page === 'function' ? page(started.origin) : page
    if (text === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<p>nothing here')
    else
      response
        .writeHead(200, { 'content-type': text.startsWith('<?xml') ? 'text/xml' : 'text/html' })
        .end(text)
  })
  server = started
  return started.origin
}

const feed = (title: string, links: readonly string[] = ['/ferry-sails-again', '/wheat-is-dear-this-year']) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>/</link>${links
    .map((link) => `<item><title>A piece</title><link>${link}</link></item>`)
    .join('')}</channel></rss>`
const site = (...feeds: readonly string[]) =>
  `<!doctype html><title>The Harbour Ledger</title>${feeds
    .map(
      (href) => `<link rel="alternate" type="application/rss+xml" title="${href.slice(1)}" href="${href}">`,
    )
    .join('')}<p>All the news of Lindholm.`

const follow = async (address: string, asPage = false) => {
  const following = await followAddress(ledger, fetcher, address, { asPage })
  if ('problem' in following) throw new Error(following.problem.message)
  return following
}

test('the address of a feed: it is followed and its pages are named at once', async () => {
  const origin = await serve({ '/rss': feed('Harbour') })
  expect(await follow(`${origin}/rss`)).toMatchObject({
    isNew: true,
    named: 2,
    others: [],
    feed: { address: `${origin}/rss`, kind: 'feed', format: 'rss', title: 'Harbour', pages: 2, waiting: 2 },
  })
  // A second time: nothing is new, whatever the spelling.
  expect(await follow(`${origin}/rss?utm_source=mail#top`)).toMatchObject({
    isNew: false,
    named: 0,
    feed: { pages: 2 },
  })
  expect((await findFeeds(ledger)).feeds).toHaveLength(1)
})

test('a site that names one feed, and one that names several: the best is followed, the others are told', async () => {
  const origin = await serve({ '/': site('/rss'), '/rss': feed('Harbour') })
  expect(await follow(origin)).toMatchObject({ feed: { address: `${origin}/rss` }, others: [] })
  const other = await serve({
    '/': site('/comments/feed', '/all.xml', '/sport.xml'),
    '/all.xml': feed('All'),
    '/sport.xml': feed('Sport'),
    '/comments/feed': feed('Comments'),
  })
  const following = await follow(`${other}/`)
  expect(following.feed.title).toBe('All')
  expect(following.others.map(({ url }) => url.slice(other.length)).sort()).toEqual([
    '/comments/feed',
    '/sport.xml',
  ])
})

test('a feed that a site names and that is gone is passed over', async () => {
  const origin = await serve({ '/': site('/gone.xml', '/rss'), '/rss': feed('Harbour') })
  expect((await follow(origin)).feed.address).toBe(`${origin}/rss`)
})

test('a site that names none: the usual places are tried, and what robots.txt names', async () => {
  const guessed = await serve({ '/': site(), '/rss.xml': feed('Guessed') })
  expect((await follow(guessed)).feed.title).toBe('Guessed')
  await server?.close()
  const listed = await serve({
    '/': site(),
    '/robots.txt': (origin) => `User-agent: *\nDisallow: /admin\nSitemap: ${origin}/maps/news.xml`,
    '/maps/news.xml': (origin) =>
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${origin}/2026/ferry-sails-again</loc><lastmod>${new Date().toISOString()}</lastmod></url></urlset>`,
  })
  expect(await follow(listed)).toMatchObject({
    named: 1,
    feed: { address: `${listed}/maps/news.xml`, kind: 'sitemap', format: 'sitemap' },
  })
})

test('where nothing can be followed, or nothing answers, it says so and keeps nothing', async () => {
  const origin = await serve({ '/': site(), '/list.txt': 'a page\nof plain text' })
  for (const path of ['/', '/list.txt'])
    expect(await followAddress(ledger, fetcher, origin + path)).toMatchObject({
      problem: { code: 'not-a-feed' },
    })
  expect(await followAddress(ledger, fetcher, `${origin}/missing`)).toMatchObject({
    problem: { code: 'fetch-failed' },
  })
  expect((await findFeeds(ledger)).feeds).toEqual([])
})

test('what people read off a page has no scheme; what is no address is refused', async () => {
  const asked: string[] = []
  const noting: Fetcher = {
    ...fetcher,
    fetch: async ({ url }) => {
      asked.push(url)
      const problem = { code: 'fetch-failed' as const, message: 'No.', advice: null }
      return { kind: 'failed', problem, status: null, retryAfterSeconds: null, isLasting: false }
    },
  }
  await followAddress(ledger, noting, 'courier.example/feed')
  await followAddress(ledger, noting, ' courier.example:8080 ')
  // Where TLS is not spoken, plain HTTP is tried.
  expect(asked).toEqual([
    'https://courier.example/feed',
    'http://courier.example/feed',
    'https://courier.example:8080/',
    'http://courier.example:8080/',
  ])
  for (const address of [
    '',
    'ftp://courier.example/feed',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'two words',
  ])
    await expect(followAddress(ledger, noting, address)).rejects.toMatchObject({ code: 'usage' })
})

test('one that was paused is asked again when it is followed again', async () => {
  const origin = await serve({ '/rss': feed('Harbour') })
  const { feed: followed } = await follow(`${origin}/rss`)
  await setFeedState(ledger, followed.id, 'paused', new Date().toISOString())
  expect(await follow(`${origin}/rss`)).toMatchObject({ isNew: false, feed: { state: 'active' } })
  expect((await getFeed(ledger, followed.id)).nextAt).not.toBe(null)
})

test('a page is watched as it is, whatever feeds it names', async () => {
  const origin = await serve({ '/2026/ferry-sails-again': site('/rss'), '/rss': feed('Harbour') })
  expect(await follow(`${origin}/2026/ferry-sails-again`, true)).toMatchObject({
    named: 1,
    feed: { kind: 'page', address: `${origin}/2026/ferry-sails-again`, waiting: 1 },
  })
})

test('trying an address out keeps nothing', async () => {
  const origin = await serve({ '/': site('/rss'), '/rss': feed('Harbour') })
  expect(await testAddress(fetcher, origin, new AbortController().signal)).toMatchObject({
    address: `${origin}/rss`,
    entries: 2,
    newest: [{ url: `${origin}/ferry-sails-again` }, {}],
  })
  expect((await findFeeds(ledger)).feeds).toEqual([])
})

test('a list is followed whole; its feeds are due at once, and known the second time', async () => {
  const list = {
    where: 'list.opml',
    bytes: Buffer.from(`<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
      <outline type="rss" text="Courier" xmlUrl="https://courier.example/feed"/>
      <outline type="rss" text="Courier again" xmlUrl="http://www.courier.example/feed/"/>
      <outline type="rss" text="Herald" xmlUrl="https://herald.example/rss"/></outline></body></opml>`),
    mediaType: null,
    charset: null,
    headers: {},
    collectedAt: '2026-03-06T08:00:00.000Z',
  }
  expect(await followList(ledger, list, new Date())).toEqual({ followed: 2, known: 1 })
  expect(await followList(ledger, list, new Date())).toEqual({ followed: 0, known: 3 })
  expect((await findFeeds(ledger)).feeds.map(({ title }) => title)).toEqual(['Courier', 'Herald'])
})
