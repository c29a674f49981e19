import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLedger } from '../src/ledger/check-ledger.ts'
import { findArticles } from '../src/ledger/find-articles.ts'
import { openLedger } from '../src/ledger/open-ledger.ts'
import { makeFolder } from './run-hearsay.fixture.ts'

const kills = 3
const hosts = 3
const pagesOfHost = 16

let folder: Awaited<ReturnType<typeof makeFolder>>
const stops: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(async () => {
  for (const stop of stops) await stop()
  await folder.remove()
})

const page = (n: number) => `<!doctype html><html lang="en"><title>Notice ${n}</title>
<meta property="article:published_time" content="2026-03-06T07:00:00Z"><article><h1>Notice ${n}</h1>
<p>The harbour master of Lindholm said on Friday that ferry number ${n} would sail again after ${n + 2} days.</p>
<p>The mayor of Selgrad denied that the light on the mole had failed in the night of the storm, and pier ${n} is open.</p>
<p>Mail, flour and ${n + 40} passengers were waiting on the eastern quay when the first bell rang.</p></article>`

/** Counts what is asked of it: of which page how often, and how many at a time. */
async function startHost(first: number) {
  const counts = new Map<string, number>()
  let underWay = 0
  let most = 0
  const server = createServer((request, response) => {
    underWay++
    most = Math.max(most, underWay)
    response.on('close', () => underWay--)
    const path = request.url ?? ''
    const number = /number-(\d+)/.exec(path)?.[1]
    const numbers = Array.from({ length: pagesOfHost }, (_, i) => first + i)
    if (path === '/robots.txt') return response.writeHead(404).end()
    if (number !== undefined) counts.set(path, (counts.get(path) ?? 0) + 1)
    const body =
      number === undefined
        ? `<?xml version="1.0"?><rss version="2.0"><channel><title>Host ${first}</title>${numbers.map((n) => `<item><title>Notice ${n}</title><link>/2026/notice-number-${n}</link></item>`).join('')}</channel></rss>`
        : page(Number(number))
    setTimeout(
      () => response.writeHead(200, { 'content-type': number ? 'text/html' : 'text/xml' }).end(body),
      15,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, counts, mostAtOnce: () => most }
}

const built = (path: string) => JSON.stringify(new URL(`../dist/${path}`, import.meta.url).href)
/** Follows the feeds where they are not followed yet and collects one round, a line for each page. */
const program = `
  const { openLedger } = await import(${built('ledger/open-ledger.js')})
  const { openReaders } = await import(${built('jobs/open-readers.js')})
  const { openCollecting } = await import(${built('jobs/open-collecting.js')})
  const [directory, ...feeds] = process.argv.slice(1)
  const [ledger, readers] = await Promise.all([openLedger({ directory }), openReaders({ mode: 'fast' })])
  const collecting = await openCollecting(ledger, async () => readers, { allowPrivate: true, delayMs: 0 })
  for (const feed of feeds) await collecting.follow(feed, { asPage: false })
  for await (const step of collecting.round(null, new AbortController().signal))
    if (step.kind === 'page') process.stdout.write(step.outcome + ' ' + step.address + '\\n')
  await collecting.close()
  await ledger.close()
`

/** Collects in a process of its own, and kills it once it has said so many pages; gives what it said. */
async function collect(args: readonly string[], killAfter: number | null): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === killAfter) void wait((killAfter * 7) % 20).then(() => child.kill('SIGKILL'))
  }
  await ended
  return said
}

test('killed again and again while it collects, every page is kept once, and asked for again only if it was on its way', {
  timeout: 300_000,
}, async () => {
  const directory = `${folder.path}/ledger`
  const started = await Promise.all(Array.from({ length: hosts }, (_, i) => startHost(i * pagesOfHost)))
  const args = [directory, ...started.map(({ origin }) => `${origin}/feed`)]
  const countOf = (address: string) => {
    const { origin, pathname } = new URL(address)
    return started.find((host) => host.origin === origin)?.counts.get(pathname) ?? 0
  }
  const all = started.flatMap(({ origin }, i) =>
    Array.from({ length: pagesOfHost }, (_, n) => `${origin}/2026/notice-number-${i * pagesOfHost + n}`),
  )
  const settled = new Map<string, number>()
  const onTheirWay = new Map<string, number>()
  for (let run = 0; run <= kills; run++) {
    const before = new Map(all.map((address) => [address, countOf(address)]))
    const said = await collect(args, run < kills ? 2 + run * 2 : null)
    for (const line of said) expect(line).toMatch(/^(?:new|unchanged) /)
    const addresses = new Set(said.map((line) => line.replace(/^\w+ /, '')))
    expect(addresses.size).toBe(said.length)
    for (const address of all) {
      const asked = countOf(address) - (before.get(address) ?? 0)
      // What it said that it has, it never asks for again; and within a round nothing twice.
      expect(asked).toBeLessThanOrEqual(settled.has(address) ? 0 : 1)
      if (asked === 1 && !addresses.has(address)) onTheirWay.set(address, (onTheirWay.get(address) ?? 0) + 1)
      if (addresses.has(address)) settled.set(address, run)
    }
  }
  for (const address of all) {
    const inFlight = onTheirWay.get(address) ?? 0
    expect(countOf(address)).toBeGreaterThanOrEqual(1)
    expect(countOf(address)).toBeLessThanOrEqual(1 + inFlight)
  }
  expect(onTheirWay.size).toBeGreaterThan(0)
  expect(started.map(({ mostAtOnce }) => mostAtOnce())).toEqual(Array.from({ length: hosts }, () => 1))
  const ledger = await openLedger({ directory })
  expect((await findArticles(ledger, { limit: 500 })).articles).toHaveLength(hosts * pagesOfHost)
  const { rows } = await ledger.db.execute(sql`
    select (select count(*)::int from page) as pages, (select count(*)::int from document) as documents,
      (select count(*)::int from visit where article_id is not null and next_at > now()) as visits`)
  const n = hosts * pagesOfHost
  expect(rows).toEqual([{ pages: n, documents: n, visits: n }])
  expect(await checkLedger(ledger)).toEqual([])
  await ledger.close()
})
