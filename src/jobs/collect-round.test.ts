import type { RequestListener, ServerResponse } from 'node:http'
import { getTableName, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Fetcher } from '../collect/fetcher.ts'
import { openFetcher } from '../collect/open-fetcher.ts'
import { startServer, type TestServer } from '../collect/start-server.fixture.ts'
import { checkLedger } from '../ledger/check-ledger.ts'
import { findArticles } from '../ledger/find-articles.ts'
import { findFeeds } from '../ledger/find-feeds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ledgerTables } from '../ledger/ledger-tables.ts'
import { openHostMemory } from '../ledger/open-host-memory.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import type { RoundStep } from '../records/round-step.ts'
import { collectRound, type RoundOptions } from './collect-round.ts'
import { countStep, noSteps } from './count-steps.ts'
import { followAddress } from './follow-address.ts'
import { openReaders } from './open-readers.ts'
import type { Readers } from './readers.ts'
import { smallWeigher } from './test-weigher.fixture.ts'

type Answer = string | ((request: Parameters<RequestListener>[0], response: ServerResponse) => void)

/** A site whose pages can be changed; what is missing is 404. */
interface Site extends TestServer {
  readonly pages: Map<string, Answer>
  /** How often each path was asked for. */
  readonly counts: () => Record<string, number>
}

let ledger: Ledger
let readers: Readers
let fetcher: Fetcher
const opened: TestServer[] = []
let clock = Date.UTC(2026, 2, 6, 8)
const now = () => new Date(clock)
const later = (hours: number) => {
  clock += hours * 3_600_000
}

beforeAll(async () => {
  ;[ledger, readers] = await Promise.all([openTestLedger(), openReaders({ mode: 'fast' })])
})
beforeEach(async () => {
  clock = Date.UTC(2026, 2, 6, 8)
  const names = ledgerTables.map((table) => `"${getTableName(table)}"`)
  await ledger.db.execute(sql.raw(`truncate ${names.join(', ')}`))
  fetcher = await openFetcher({
    allowPrivate: true,
    delayMs: 0,
    timeoutMs: 1500,
    maxSizeBytes: 2_000_000,
    memory: openHostMemory(ledger),
    now,
  })
})
afterEach(async () => {
  await fetcher.close()
  for (const server of opened.splice(0)) await server.close()
})
afterAll(() => ledger.close())

async function startSite(pages: Record<string, Answer> = {}): Promise<Site> {
  const map = new Map(Object.entries(pages))
  const server = await startServer((request, response) => {
    const answer = map.get(request.url ?? '')
    if (typeof answer === 'function') return answer(request, response)
    if (answer === undefined) response.writeHead(404).end('nothing here')
    else {
      const type = answer.startsWith('<?xml') ? 'application/xml' : 'text/html; charset=utf-8'
      response.writeHead(200, { 'content-type': type }).end(answer)
    }
  })
  opened.push(server)
  const counts = () => {
    const counted: Record<string, number> = {}
    for (const path of server.asked) counted[path] = (counted[path] ?? 0) + 1
    return counted
  }
  return { ...server, pages: map, counts }
}

const path = (n: number) => `/2026/03/ferry-number-${n}-sails-again`
const words = (n: number, light = 'failed') =>
  `The harbour master of Lindholm said on Friday that ferry number ${n} would sail again after ${n} days.
The mayor denied that the light on the mole had ${light} in the night of the storm.
Mail, flour and ${n + 40} passengers were waiting on the eastern quay when the first bell rang.`

const article = (
  n: number,
  light?: string,
  head = '',
) => `<!doctype html><html lang="en"><head><title>Ferry ${n}</title>
<meta property="og:site_name" content="The Harbour Ledger">${head}
<meta property="article:published_time" content="2026-03-06T07:00:00Z"></head><body><article><h1>Ferry ${n}</h1>
${words(n, light)
  .split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('')}</article></body></html>`

interface Item {
  readonly path: string
  readonly guid?: string
  readonly date?: string
  readonly updated?: string
  readonly content?: string
}

const rss = (items: readonly (Item | number)[], title = 'The Harbour Ledger') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${title}</title>${items
   .map((item) => (typeof item === 'number' ? { path: path(item) } : item))
   .map(
     (
       item,
     ) => `<item><title>A ferry sails</title><link>${item.path}</link><guid isPermaLink="false">${item.guid ?? item.path}</guid>
<pubDate>${item.date ?? 'Fri, 06 Mar 2026 07:55:00 GMT'}</pubDate>${item.updated ? `<atom:updated>${item.updated}</atom:updated>` : ''}
${item.content ? `<content:encoded><![CDATA[${item.content}]]></content:encoded>` : ''}</item>`,
   )
   .join('')}</channel></rss>`

const follow = async (site: Site, at = '/feed', asPage = false) => {
  const following = await followAddress(ledger, fetcher, site.origin + at, { asPage, now })
  if ('problem' in following) throw new Error(following.problem.message)
  return following
}

async function collect(more: Partial<RoundOptions> = {}): Promise<RoundStep[]> {
  const steps: RoundStep[] = []
  const { signal } = new AbortController()
  for await (const step of collectRound(ledger, readers, fetcher, {
    signal,
    now,
    weigher: smallWeigher,
    ...more,
  }))
    steps.push(step)
  expect(await checkLedger(ledger)).toEqual([])
  return steps
}

/** `page 1 new`: what became of what, in the order of the alphabet. */
const told = (steps: readonly RoundStep[]) =>
  steps
    .map((step) => {
      const { pathname } = new URL(step.address)
      const number = /number-(\d+)/.exec(pathname)?.[1]
      return `${number ?? pathname} ${step.outcome}`
    })
    .sort()
const count = (steps: readonly RoundStep[]) => {
  const counts = noSteps()
  for (const step of steps) countStep(counts, step)
  return counts
}
const pagesOf = (steps: readonly RoundStep[]) => steps.flatMap((step) => (step.kind === 'page' ? [step] : []))
const listed = async () => (await findArticles(ledger, { limit: 500 })).articles
const onlyFeed = async () => (await findFeeds(ledger)).feeds[0]
const untilFeed = async () => {
  clock = Date.parse((await onlyFeed())?.nextAt ?? '')
}
const changes = async () =>
  (
    await ledger.db.execute<Record<string, unknown>>(
      sql`select is_comparable as comparable, is_trivial as trivial from page_change`,
    )
  ).rows

describe('what a round does', () => {
  test('new, then 304, then the same bytes, then edited without a word: each is told and kept', async () => {
    let etag = '"1"'
    const site = await startSite({
      '/feed': rss([1, 2]),
      [path(1)]: (request, response) => {
        if (request.headers['if-none-match'] === etag) return response.writeHead(304).end()
        response
          .writeHead(200, { 'content-type': 'text/html', etag })
          .end(article(1, etag === '"1"' ? 'failed' : 'burned'))
      },
      [path(2)]: article(2),
    })
    expect(await follow(site)).toMatchObject({ isNew: true, named: 2, feed: { title: 'The Harbour Ledger' } })
    const first = await collect()
    expect(told(first)).toEqual(['1 new', '2 new'])
    expect(pagesOf(first)[0]?.articleId).toMatch(/^[\da-f]{32}$/)
    later(1.2)
    expect(told(await collect())).toEqual(['/feed answered', '1 unchanged', '2 unchanged'])
    expect(await changes()).toEqual([])
    later(6)
    etag = '"2"'
    const third = await collect()
    expect(told(third)).toEqual(['/feed answered', '1 changed', '2 unchanged'])
    expect(count(third)).toEqual({ feeds: 1, feedsFailed: 0, new: 0, changed: 1, unchanged: 1, failed: 0 })
    expect(await changes()).toEqual([{ comparable: true, trivial: false }])
    expect(await listed()).toHaveLength(2)
    // What changed is seen again sooner than what did not.
    later(2.8)
    expect(told(pagesOf(await collect()))).toEqual(['1 unchanged'])
  })

  test('a feed that gives its entries other GUIDs and tracking parameters each time names nothing new', async () => {
    let visits = 0
    const site = await startSite({
      '/feed': (_request, response) => {
        visits++
        response.end(
          rss([1, 2].map((n) => ({ path: `${path(n)}?utm_source=rss${visits}`, guid: `${n}-${visits}` }))),
        )
      },
      [path(1)]: article(1),
      [path(2)]: article(2),
    })
    await follow(site)
    await collect()
    later(0.6)
    const [asked, ...pages] = await collect()
    expect(asked).toMatchObject({ outcome: 'answered', entries: 2, named: 0, again: 0 })
    expect(pages).toEqual([])
    expect(site.counts()).toMatchObject({ [path(1)]: 1, [path(2)]: 1 })
  })

  test('what a feed says was updated is fetched again; a feed that says so of everything is not believed', async () => {
    const site = await startSite({
      '/feed': rss([
        { path: path(1), updated: '2026-03-06T07:00:00Z' },
        { path: path(2), updated: '2026-03-06T07:30:00Z' },
      ]),
      [path(1)]: article(1),
      [path(2)]: article(2),
    })
    await follow(site)
    await collect()
    await untilFeed()
    site.pages.set(
      '/feed',
      rss([
        { path: path(1), updated: '2026-03-06T08:20:00Z' },
        { path: path(2), updated: '2026-03-06T07:30:00Z' },
      ]),
    )
    expect(told(await collect())).toEqual(['/feed answered', '1 unchanged'])
    await untilFeed()
    const generated = '2026-03-06T09:20:00Z'
    site.pages.set('/feed', rss([1, 2].map((n) => ({ path: path(n), updated: generated }))))
    expect(await collect()).toContainEqual(
      expect.objectContaining({ kind: 'feed', outcome: 'answered', again: 0 }),
    )
  })

  test('a page that is missing is tried again, and read when it is back', async () => {
    const site = await startSite({ '/feed': rss([1, 2]), [path(2)]: article(2) })
    await follow(site)
    const [failed] = pagesOf(await collect()).filter(({ outcome }) => outcome === 'failed')
    expect(failed).toMatchObject({ articleId: null, problems: [{ code: 'fetch-failed' }] })
    expect(await onlyFeed()).toMatchObject({ articles: 1, failing: 1, waiting: 0 })
    site.pages.set(path(1), article(1))
    later(1.2)
    expect(told(await collect())).toContain('1 new')
    expect(await onlyFeed()).toMatchObject({ articles: 2, failing: 0 })
  })

  test('a page of an old entry that fails once is not given up', async () => {
    const site = await startSite({
      '/feed': rss([{ path: path(1), date: 'Mon, 03 Mar 2025 07:00:00 GMT' }]),
      [path(1)]: (_request, response) => void response.writeHead(500).end(),
    })
    await follow(site)
    expect(told(await collect())).toEqual(['1 failed'])
    site.pages.set(path(1), article(1))
    later(0.3)
    expect(told(pagesOf(await collect()))).toEqual(['1 new'])
    // Once read, it is an archive.
    later(24 * 40)
    expect(pagesOf(await collect())).toEqual([])
  })

  test('a feed that says 410 is gone, and its pages stay', async () => {
    const site = await startSite({ '/feed': rss([1]), [path(1)]: article(1) })
    await follow(site)
    await collect()
    site.pages.set('/feed', (_request, response) => void response.writeHead(410).end())
    await untilFeed()
    expect(await collect()).toContainEqual(
      expect.objectContaining({
        outcome: 'failed',
        problem: expect.objectContaining({ code: 'fetch-failed' }),
      }),
    )
    expect(await onlyFeed()).toMatchObject({ state: 'gone', nextAt: null, articles: 1 })
    later(24)
    expect(told(await collect())).not.toContain('/feed failed')
  })

  test('a feed that fails is asked less and less often, and is back at once when it works again', async () => {
    const site = await startSite({ '/feed': rss([1]), [path(1)]: article(1) })
    await follow(site)
    await collect()
    const interval = (await onlyFeed())?.intervalSeconds
    site.pages.set('/feed', (_request, response) => void response.writeHead(500).end())
    const waits: number[] = []
    for (let i = 0; i < 5; i++) {
      await untilFeed()
      await collect()
      waits.push(Date.parse((await onlyFeed())?.nextAt ?? '') - clock)
    }
    expect(waits.slice(1).every((wait, i) => wait > 1.8 * (waits[i] ?? 0))).toBe(true)
    expect(await onlyFeed()).toMatchObject({ failureCount: 5, intervalSeconds: interval })
    site.pages.set('/feed', rss([1, 2]))
    site.pages.set(path(2), article(2))
    await untilFeed()
    expect(told(await collect())).toContain('2 new')
    expect(await onlyFeed()).toMatchObject({ failureCount: 0, problem: null })
  })

  test('a feed that is no feed any more is a problem, and none of its pages is lost', async () => {
    const site = await startSite({ '/feed': rss([1]), [path(1)]: article(1) })
    await follow(site)
    site.pages.set('/feed', article(3))
    later(1)
    const steps = await collect()
    expect(told(steps)).toEqual(['/feed failed', '1 new'])
    expect(await onlyFeed()).toMatchObject({ problem: { code: 'not-a-feed' }, state: 'active' })
  })

  test('clocks that are wrong by decades lose nothing', async () => {
    const site = await startSite({
      '/feed': (_request, response) => {
        response.setHeader('date', 'Thu, 01 Jan 1970 00:00:00 GMT')
        response.setHeader('expires', 'Thu, 01 Jan 2099 00:00:00 GMT')
        response.end(
          rss([
            { path: path(1), date: 'Thu, 01 Jan 2099 00:00:00 GMT' },
            { path: path(2), date: 'Thu, 01 Jan 1970 00:00:00 GMT' },
            { path: path(3), date: 'half past nine' },
          ]),
        )
      },
      [path(1)]: article(1),
      [path(2)]: article(2),
      [path(3)]: article(3),
    })
    await follow(site)
    expect(told(await collect())).toEqual(['1 new', '2 new', '3 new'])
    // A day at most, whatever it says.
    expect(Date.parse((await onlyFeed())?.nextAt ?? '') - clock).toBeLessThanOrEqual(24 * 3_600_000)
    later(1.2)
    expect(told(pagesOf(await collect()))).toEqual(['1 unchanged', '2 unchanged', '3 unchanged'])
  })

  test('a feed in another encoding than it says still names its pages', async () => {
    const site = await startSite({
      '/feed': (_request, response) => {
        response.setHeader('content-type', 'application/rss+xml; charset=us-ascii')
        const text = rss([1], 'Hafenzeitung für Lindholm')
        response.end(Buffer.from(text.replace('?>', ' encoding="utf-8"?>'), 'latin1'))
      },
      [path(1)]: article(1),
    })
    expect((await follow(site)).feed.title).toBe('Hafenzeitung für Lindholm')
    expect(told(await collect())).toEqual(['1 new'])
  })
})

describe('pages that cannot be had as they are', () => {
  const content = `${words(1)}
The board of the ferries of Lindholm has let it be known that fares will be what they were before the storm came.
Two tugs from Selgrad lay off the point all night and took nobody on board, since nobody had asked them to come.`
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')
  const feed = rss([{ path: path(1), content }])

  test.each([
    ['a status', { [path(1)]: (_: unknown, response: ServerResponse) => void response.writeHead(403).end() }],
    ['robots.txt', { '/robots.txt': 'User-agent: *\nDisallow: /2026/', [path(1)]: article(1) }],
  ])('refused by %s, its text is read from the feed, and the article says so', async (_, pages) => {
    const site = await startSite({ '/feed': feed, ...pages })
    await follow(site)
    const steps = await collect()
    expect(told(steps)).toEqual(['1 new'])
    const [step] = pagesOf(steps)
    expect(step?.problems.map(({ code }) => code)).toContain('text-of-feed')
    const { rows } = await ledger.db.execute<{ text: string; record: { problems: { code: string }[] } }>(
      sql`select text, record from article`,
    )
    expect(rows[0]?.text).toContain('The mayor denied that the light on the mole had failed')
    expect(rows[0]?.record.problems.map(({ code }) => code)).toContain('text-of-feed')
    // Refused again: what is known stays.
    later(1.2)
    expect(told(pagesOf(await collect()))).toEqual(['1 failed'])
    expect(await listed()).toHaveLength(1)
  })

  test('the page itself, had later, is no silent edit of what the feed carried', async () => {
    const site = await startSite({
      '/feed': feed,
      [path(1)]: (_request, response) => void response.writeHead(403).end(),
    })
    await follow(site)
    await collect()
    site.pages.set(path(1), article(1, 'burned'))
    later(1.2)
    const steps = pagesOf(await collect())
    expect(told(steps)).toEqual(['1 unchanged'])
    expect(steps[0]?.problems).toEqual([])
    expect(await changes()).toEqual([{ comparable: false, trivial: false }])
    expect(await listed()).toHaveLength(1)
  })

  test('a page that a slow or endless server gives fails, and the rest goes on', async () => {
    const slow = await startSite({
      '/feed': rss([1, 2, 3, 4]),
      [path(1)]: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const drip = setInterval(() => response.write('<p>'), 200)
        response.on('close', () => clearInterval(drip))
      },
      [path(2)]: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' })
        const chunk = Buffer.alloc(100_000, '<p>a </p>')
        const pour = () => {
          while (!response.destroyed && response.write(chunk));
        }
        response.on('drain', pour)
        pour()
      },
      [path(3)]: (request) => void request.socket.destroy(),
      [path(4)]: article(4),
    })
    const other = await startSite({ '/feed': rss([5]), [path(5)]: article(5) })
    await follow(slow)
    await follow(other)
    const steps = await collect()
    expect(told(steps)).toEqual(['1 failed', '2 failed', '3 failed', '4 new', '5 new'])
    expect(pagesOf(steps).find(({ address }) => address.endsWith(path(2)))?.problems).toMatchObject([
      { code: 'document-too-large' },
    ])
  })

  test('a page without an article fails, is seen again, and is read once it has one', async () => {
    const site = await startSite({
      '/feed': rss([1]),
      [path(1)]: '<!doctype html><title>Soon</title><p>Wait.</p>',
    })
    await follow(site)
    expect(pagesOf(await collect())).toMatchObject([
      { outcome: 'failed', problems: [{ code: 'no-article' }] },
    ])
    site.pages.set(path(1), article(1))
    later(1.2)
    expect(told(pagesOf(await collect()))).toEqual(['1 new'])
  })

  test('an answer of 304 for a page that the ledger does not know has it fetched whole', async () => {
    const site = await startSite({
      '/feed': rss([1]),
      [path(1)]: (request, response) => {
        if (request.headers['if-none-match']) return response.writeHead(304).end()
        response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(article(1))
      },
    })
    await follow(site)
    await ledger.db.execute(sql`update visit set etag = '"of a ledger that was lost"'`)
    expect(told(await collect())).toEqual(['1 new'])
    expect(site.counts()[path(1)]).toBe(2)
  })
})

describe('one article is one, however it is reached', () => {
  test('named by two feeds it is fetched once', async () => {
    const site = await startSite({ '/feed': rss([1, 2]), '/news': rss([2, 3]) })
    for (const n of [1, 2, 3]) site.pages.set(path(n), article(n))
    await follow(site)
    expect((await follow(site, '/news')).named).toBe(1)
    expect(told(await collect())).toEqual(['1 new', '2 new', '3 new'])
    expect(site.counts()).toMatchObject({ [path(1)]: 1, [path(2)]: 1, [path(3)]: 1 })
    expect((await findFeeds(ledger)).feeds.map(({ pages }) => pages)).toEqual([2, 2])
  })

  test('an address that redirects to a known page, and an AMP twin, are that page', async () => {
    const site = await startSite({
      '/feed': rss([
        1,
        { path: '/s/x7' },
        { path: `${path(1)}/amp` },
        { path: `${path(1)}/?utm_medium=feed#top` },
      ]),
      '/s/x7': (_request, response) => void response.writeHead(302, { location: path(1) }).end(),
      [path(1)]: article(1),
    })
    await follow(site)
    const steps = await collect()
    // Whichever of the two came first.
    expect(pagesOf(steps).map(({ outcome }) => outcome)).toEqual(['new', 'unchanged'])
    expect(await listed()).toHaveLength(1)
    // Answered 304 at the end of a redirect, the page is known.
    site.pages.set(path(1), (request, response) =>
      request.headers['if-none-match']
        ? void response.writeHead(304).end()
        : void response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(article(1)),
    )
    for (const hours of [1.2, 6]) {
      later(hours)
      expect(told(pagesOf(await collect()))).toEqual(['/s/x7 unchanged', '1 unchanged'])
    }
    expect(site.counts()[path(1)]).toBe(6)
    expect(await listed()).toHaveLength(1)
  })

  test('of a sitemap index the newest sitemaps are read, and of them at first what is of this week', async () => {
    const urls = (numbers: readonly number[], date: string) =>
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${numbers
        .map(
          (n) => `<url><loc>${site.origin}${path(n)}</loc><lastmod>${date}T0${n % 10}:00:00Z</lastmod></url>`,
        )
        .join('')}</urlset>`
    const site = await startSite()
    site.pages.set(
      '/sitemap.xml',
      `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>${site.origin}/old.xml</loc><lastmod>2025-01-01</lastmod></sitemap>
        <sitemap><loc>${site.origin}/new.xml</loc><lastmod>2026-03-06</lastmod></sitemap></sitemapindex>`,
    )
    site.pages.set('/old.xml', urls([7, 8], '2025-01-01'))
    site.pages.set('/new.xml', urls([1, 2], '2026-03-05'))
    for (const n of [1, 2, 3, 7, 8]) site.pages.set(path(n), article(n))
    expect(await follow(site, '/sitemap.xml')).toMatchObject({
      feed: { kind: 'sitemap', pages: 4 },
      named: 4,
    })
    expect(told(await collect())).toEqual(['1 new', '2 new'])
    // A part that could not be had before is no news when it can.
    site.pages.set('/old.xml', urls([7, 8, 9], '2025-01-02'))
    site.pages.set('/new.xml', urls([1, 2, 3], '2026-03-05'))
    later(25)
    expect(told(await collect())).toEqual(['/sitemap.xml answered', '1 unchanged', '2 unchanged', '3 new'])
  })

  test('a page that is watched is fetched whenever it is asked for, and its edits are told', async () => {
    const site = await startSite({ [path(1)]: article(1) })
    const { feed } = await follow(site, path(1), true)
    expect(feed).toMatchObject({ kind: 'page', pages: 1 })
    expect(told(pagesOf(await collect()))).toEqual(['1 new'])
    site.pages.set(path(1), article(1, 'burned'))
    later(0.01)
    expect(told(pagesOf(await collect({ feedIds: [feed.id] })))).toEqual(['1 changed'])
    for (let i = 0; i < 3; i++) {
      later(1.01)
      expect(told(pagesOf(await collect()))).toEqual(['1 unchanged'])
    }
    later(24 * 60)
    expect(told(pagesOf(await collect()))).toEqual(['1 unchanged'])
  })
})

describe('stopping', () => {
  test('stopped in the middle and gone on with, nothing is lost and nothing fetched twice but what was on its way', async () => {
    const sites = await Promise.all([0, 1, 2].map(() => startSite()))
    const numbers = Array.from({ length: 24 }, (_, i) => i)
    for (const [i, site] of sites.entries()) {
      const own = numbers.filter((n) => n % 3 === i)
      site.pages.set('/feed', rss(own))
      for (const n of own) site.pages.set(path(n), article(n))
      await follow(site)
    }
    const said: RoundStep[] = []
    const cut = new AbortController()
    for await (const step of collectRound(ledger, readers, fetcher, {
      signal: cut.signal,
      now,
      weigher: smallWeigher,
    })) {
      said.push(step)
      if (said.length === 5) cut.abort()
    }
    expect(said.length).toBeLessThan(24)
    const before = sites.map((site) => site.counts())
    const rest = await collect()
    expect(
      told([...said, ...rest].filter((step) => step.kind === 'page' && step.outcome === 'new')).length,
    ).toBe(new Set(told(pagesOf([...said, ...rest]))).size)
    expect(await listed()).toHaveLength(24)
    for (const step of pagesOf(said)) {
      const site = sites.find(({ origin }) => step.address.startsWith(origin))
      expect(site?.counts()[new URL(step.address).pathname]).toBe(1)
    }
    const twice = sites.flatMap((site) =>
      Object.entries(site.counts()).filter(([at, n]) => at !== '/feed' && n > 1),
    )
    expect(twice.filter(([at]) => at !== '/robots.txt').every(([, n]) => n === 2)).toBe(true)
    expect(before.length).toBe(3)
    expect(await collect()).toEqual([])
  })

  test('whoever stops listening stops the round', async () => {
    const site = await startSite({ '/feed': rss([1, 2, 3]) })
    for (const n of [1, 2, 3]) site.pages.set(path(n), article(n))
    await follow(site)
    const { signal } = new AbortController()
    for await (const _ of collectRound(ledger, readers, fetcher, { signal, now, weigher: smallWeigher }))
      break
    await collect()
    expect(await listed()).toHaveLength(3)
  })

  test('a round that has lasted long enough begins no further page, and the next goes on', async () => {
    const site = await startSite({ '/feed': rss([1, 2, 3]) })
    for (const n of [1, 2, 3])
      site.pages.set(path(n), (_request, response) => void setTimeout(() => response.end(article(n)), 150))
    await follow(site)
    const first = await collect({ mostSeconds: 0.1 })
    expect(pagesOf(first).length).toBeLessThan(3)
    expect(pagesOf([...first, ...(await collect())])).toHaveLength(3)
    expect(site.counts()).toMatchObject({ [path(1)]: 1, [path(2)]: 1, [path(3)]: 1 })
  })

  test('a fault of ours in one feed fails that feed, and its error is told', async () => {
    const [broken, other] = [await startSite({ '/feed': rss([1]) }), await startSite({ '/feed': rss([2]) })]
    for (const site of [broken, other]) for (const n of [1, 2]) site.pages.set(path(n), article(n))
    await follow(broken)
    await follow(other)
    later(1)
    const faulty: Fetcher = {
      ...fetcher,
      fetch: (request) => {
        if (request.url === `${broken.origin}/feed`) throw new Error('a fault of ours')
        return fetcher.fetch(request)
      },
    }
    const faults: string[] = []
    const steps: RoundStep[] = []
    for await (const step of collectRound(ledger, readers, faulty, {
      signal: new AbortController().signal,
      now,
      weigher: smallWeigher,
      onFault: (where) => faults.push(where),
    }))
      steps.push(step)
    expect(told(steps)).toEqual(['/feed answered', '/feed failed', '1 new', '2 new'])
    expect(faults).toEqual([`${broken.origin}/feed`])
  })
})
