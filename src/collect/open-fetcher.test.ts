import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { MockAgent } from 'undici'
import { afterEach, describe, expect, test } from 'vitest'
import type { HostRecord } from '../records/host-record.ts'
import type { Fetcher, FetcherOptions, FetchOutcome } from './fetcher.ts'
import { openFetcher } from './open-fetcher.ts'
import { startServer, type TestServer } from './start-server.fixture.ts'
import { testCertificate } from './test-certificate.fixture.ts'

const closings: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close()
})

async function serve(answer: RequestListener): Promise<TestServer> {
  const server = await startServer(answer)
  closings.push(server.close)
  return server
}

/** A server whose robots.txt is the text; null answers 404. */
const serveWith = (robots: string | null, answer: RequestListener) =>
  serve((request, response) => {
    if (request.url !== '/robots.txt') return answer(request, response)
    if (robots === null) return response.writeHead(404).end()
    return response.writeHead(200, { 'Content-Type': 'text/plain' }).end(robots)
  })

/** A clock that only sleeping moves. */
function stoppedClock(start = '2026-03-02T08:00:00Z') {
  let nowMs = Date.parse(start)
  const slept: number[] = []
  return {
    slept,
    pass: (ms: number) => {
      nowMs += ms
    },
    now: () => new Date(nowMs),
    sleep: async (ms: number) => {
      slept.push(ms)
      nowMs += ms
    },
  }
}

async function open(options: FetcherOptions = {}): Promise<Fetcher> {
  const fetcher = await openFetcher({ allowPrivate: true, delayMs: 0, ...options })
  closings.push(fetcher.close)
  return fetcher
}

const page: RequestListener = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>The bridge is open.</p>')

const messageOf = (outcome: FetchOutcome) =>
  outcome.kind === 'failed' ? outcome.problem.message : outcome.kind

describe('robots.txt', () => {
  test('is asked for once, and what it forbids is not asked for', async () => {
    const { origin, asked } = await serveWith('User-agent: hearsay\nDisallow: /private\n', page)
    const fetcher = await open()
    expect(await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })).toMatchObject({ kind: 'document' })
    expect(await fetcher.fetch({ url: `${origin}/private/b`, accept: 'page' })).toMatchObject({
      kind: 'failed',
      isLasting: true,
      status: null,
      problem: { code: 'robots-refused', message: expect.stringContaining('line 2, “Disallow: /private”') },
    })
    expect(await fetcher.fetch({ url: `${origin}/c`, accept: 'page' })).toMatchObject({ kind: 'document' })
    expect(asked).toEqual(['/robots.txt', '/a', '/c'])
  })

  test('can be left out where the operator says so', async () => {
    const { origin, asked } = await serveWith('User-agent: *\nDisallow: /\n', page)
    const fetcher = await open({ ignoreRobots: true })
    expect(await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })).toMatchObject({ kind: 'document' })
    expect(asked).toEqual(['/a'])
  })

  test('holds for where a redirect leads, too', async () => {
    const there = await serveWith('User-agent: *\nDisallow: /\n', page)
    const here = await serveWith(null, (_, response) =>
      response.writeHead(302, { Location: `${there.origin}/b` }).end(),
    )
    const outcome = await (await open()).fetch({ url: `${here.origin}/a`, accept: 'page' })
    expect(outcome).toMatchObject({ problem: { code: 'robots-refused' } })
    expect(there.asked).toEqual(['/robots.txt'])
  })

  test('may itself be fetched, whatever it says', async () => {
    const { origin } = await serveWith(
      'User-agent: *\nDisallow: /\nSitemap: https://news.example/map.xml\n',
      page,
    )
    const fetcher = await open()
    expect(await fetcher.fetch({ url: `${origin}/robots.txt`, accept: 'any' })).toMatchObject({
      kind: 'document',
    })
    expect(await fetcher.readRobots(`${origin}/any/page`)).toContain('Sitemap: https://news.example/map.xml')
  })

  test('that is refused (4xx) allows everything; a page in its place has no rules', async () => {
    for (const [status, body] of [
      [401, ''],
      [403, ''],
      [404, ''],
      [410, ''],
      [200, '<!doctype html><title>Selgrad Courier</title><p>User-agent: *<p>Disallow: /'],
    ] as const) {
      const { origin } = await serve((request, response) => {
        if (request.url === '/robots.txt')
          response.writeHead(status, { 'Content-Type': 'text/html' }).end(body)
        else page(request, response)
      })
      const outcome = await (await open()).fetch({ url: `${origin}/a`, accept: 'page' })
      expect([status, outcome.kind]).toEqual([status, 'document'])
    }
  })

  test('that breaks (5xx) forbids everything for now, and is asked for again later', async () => {
    let status = 500
    const { origin, asked } = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(status).end('User-agent: *\nDisallow: /b')
      else page(request, response)
    })
    const clock = stoppedClock()
    const fetcher = await open(clock)
    const first = await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })
    expect(first).toMatchObject({
      problem: { code: 'robots-refused', message: expect.stringContaining('HTTP status 500') },
      retryAfterSeconds: 300,
      isLasting: false,
    })
    await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })
    expect(asked).toEqual(['/robots.txt'])
    clock.pass(301_000)
    status = 200
    expect(await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })).toMatchObject({ kind: 'document' })
    // A day later it breaks again: the rules that were had go on holding.
    clock.pass(86_401_000)
    status = 502
    expect(await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })).toMatchObject({ kind: 'document' })
    expect(await fetcher.fetch({ url: `${origin}/b`, accept: 'page' })).toMatchObject({
      problem: { code: 'robots-refused', message: expect.stringContaining('Disallow: /b') },
    })
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(3)
  })

  test('that hangs is not waited for beyond the limit, and nothing is fetched', async () => {
    const { origin, asked } = await serve((request, response) => {
      if (request.url !== '/robots.txt') page(request, response)
    })
    const outcome = await (await open({ timeoutMs: 300 })).fetch({ url: `${origin}/a`, accept: 'page' })
    expect(messageOf(outcome)).toMatch(/gave no complete answer within 0\.3 s/)
    expect(asked).toEqual(['/robots.txt'])
  })

  test('of 5 MB counts as far as 500 KiB, and the rest is not waited for', async () => {
    let sentBytes = 0
    const { origin } = await serve((request, response) => {
      if (request.url !== '/robots.txt') return page(request, response)
      response.writeHead(200)
      response.write('User-agent: *\nDisallow: /early\n')
      const chunk = `${'# a very long explanation\n'.repeat(1000)}`
      const send = () => {
        while (!response.destroyed && sentBytes < 5_000_000 && response.write(chunk))
          sentBytes += chunk.length
        if (sentBytes >= 5_000_000) response.end('Disallow: /late\n')
      }
      response.on('drain', send)
      return send()
    })
    const fetcher = await open()
    expect(await fetcher.fetch({ url: `${origin}/late`, accept: 'page' })).toMatchObject({ kind: 'document' })
    expect(await fetcher.fetch({ url: `${origin}/early`, accept: 'page' })).toMatchObject({ kind: 'failed' })
    expect((await fetcher.readRobots(origin))?.length).toBe(500 * 1024)
  })

  test('is followed through five redirects, to other hosts too; after that it counts as none', async () => {
    const rules = await serve((_, response) => response.end('User-agent: *\nDisallow: /\n'))
    for (const [hops, kind] of [
      [5, 'failed'],
      [6, 'document'],
    ] as const) {
      const { origin } = await serve((request, response) => {
        const [, hop] = /^\/(?:robots\.txt|hop(\d))$/.exec(request.url ?? '') ?? ['', undefined]
        const next = Number(hop ?? 0) + 1
        if (request.url === '/a') page(request, response)
        else
          response
            .writeHead(301, { Location: next < hops ? `/hop${next}` : `${rules.origin}/rules.txt` })
            .end()
      })
      const outcome = await (await open()).fetch({ url: `${origin}/a`, accept: 'page' })
      expect([hops, outcome.kind]).toEqual([hops, kind])
    }
  })

  test('never leads to a private network', async () => {
    const secret = await serve((_, response) => response.end('secret'))
    const dispatcher = new MockAgent()
    dispatcher.enableNetConnect()
    closings.push(() => dispatcher.close())
    dispatcher
      .get('http://news.example')
      .intercept({ path: '/robots.txt' })
      .reply(302, '', { headers: { location: `${secret.origin}/robots.txt` } })
    const fetcher = await openFetcher({}, { dispatcher, userAgent: 'test' })
    expect(await fetcher.fetch({ url: 'http://news.example/a', accept: 'page' })).toMatchObject({
      problem: { code: 'robots-refused', message: expect.stringContaining('loopback') },
    })
    expect(secret.asked).toEqual([])
  })

  test('asks for a pause between pages, which is kept up to a minute', async () => {
    for (const [asked, keptMs] of [
      ['7', 7000],
      ['0.5', 2000],
      ['3600', 60_000],
    ] as const) {
      const { origin } = await serveWith(`User-agent: *\nCrawl-delay: ${asked}\n`, page)
      const clock = stoppedClock()
      const fetcher = await open({ ...clock, delayMs: 2000 })
      for (const path of ['/a', '/b', '/c']) await fetcher.fetch({ url: origin + path, accept: 'page' })
      expect([asked, clock.slept]).toEqual([asked, [keptMs, keptMs]])
    }
  })
})

describe('turns', () => {
  test('a host is asked one thing at a time, with a pause; other hosts do not wait for it', async () => {
    let [now, most] = [0, 0]
    const slow: RequestListener = (request, response) => {
      now++
      most = Math.max(most, now)
      setTimeout(() => {
        now--
        page(request, response)
      }, 20)
    }
    const one = await serveWith(null, slow)
    const clock = stoppedClock()
    const fetcher = await open({ ...clock, delayMs: 1000 })
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, i) => fetcher.fetch({ url: `${one.origin}/${i}`, accept: 'page' })),
    )
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(5).fill('document'))
    expect(most).toBe(1)
    expect(clock.slept).toEqual([1000, 1000, 1000, 1000])
    expect(one.asked).toEqual(['/robots.txt', '/0', '/1', '/2', '/3', '/4'])
  })

  test('not more hosts are asked at once than is allowed', async () => {
    let [now, most] = [0, 0]
    const slow: RequestListener = (request, response) => {
      now++
      most = Math.max(most, now)
      setTimeout(() => {
        now--
        page(request, response)
      }, 20)
    }
    const servers = await Promise.all(Array.from({ length: 6 }, () => serve(slow)))
    const fetcher = await open({ concurrency: 2, ignoreRobots: true })
    await Promise.all(servers.map(({ origin }) => fetcher.fetch({ url: origin, accept: 'page' })))
    expect(most).toBe(2)
  })

  test('who gives up while waiting leaves the line, and closing ends everybody’s wait', async () => {
    const { origin, asked } = await serveWith(null, (request, response) => {
      if (request.url !== '/hangs') page(request, response)
    })
    const fetcher = await open()
    const hanging = fetcher.fetch({ url: `${origin}/hangs`, accept: 'page' })
    const controller = new AbortController()
    const waiting = fetcher.fetch({ url: `${origin}/b`, accept: 'page', signal: controller.signal })
    const last = fetcher.fetch({ url: `${origin}/c`, accept: 'page' })
    setTimeout(() => controller.abort(), 50)
    expect(messageOf(await waiting)).toBe('Fetching was stopped.')
    await fetcher.close()
    expect([messageOf(await hanging), messageOf(await last)]).toEqual(Array(2).fill('Fetching was stopped.'))
    expect(asked).toEqual(['/robots.txt', '/hangs'])
  })
})

describe('a host that wants to be left alone', () => {
  test('is left alone as a whole, as long as it says, in seconds or by a date of its own clock', async () => {
    for (const [status, headers, seconds] of [
      [503, { 'Retry-After': '120' }, 120],
      [429, { 'Retry-After': 'Fri, 04 Mar 2016 10:10:00 GMT', Date: 'Fri, 04 Mar 2016 10:00:00 GMT' }, 600],
      [429, {}, 60],
      [503, { 'Retry-After': '999999999' }, 86_400],
      [503, { 'Retry-After': 'after the holidays' }, 60],
    ] as const) {
      let isBusy = true
      const { origin, asked } = await serveWith(null, (request, response) => {
        if (isBusy) response.writeHead(status, headers).end()
        else page(request, response)
      })
      const clock = stoppedClock()
      const fetcher = await open(clock)
      expect(await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })).toMatchObject({
        status,
        retryAfterSeconds: seconds,
        isLasting: false,
      })
      expect(await fetcher.fetch({ url: `${origin}/b`, accept: 'page' })).toMatchObject({
        problem: { code: 'fetch-postponed' },
        status: null,
        retryAfterSeconds: seconds,
      })
      isBusy = false
      // Waiting a little is part of a turn.
      clock.pass(seconds * 1000 - 5000)
      expect(await fetcher.fetch({ url: `${origin}/b`, accept: 'page' })).toMatchObject({ kind: 'document' })
      expect(clock.slept).toEqual([5000])
      expect(asked).toEqual(['/robots.txt', '/a', '/b'])
    }
  })

  test('is waited for longer each time it does not say how long', async () => {
    const { origin } = await serveWith(null, (_, response) => response.writeHead(503).end())
    const clock = stoppedClock()
    const fetcher = await open(clock)
    const waits: (number | null)[] = []
    for (let i = 0; i < 9; i++) {
      const outcome = await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })
      waits.push(outcome.kind === 'failed' ? outcome.retryAfterSeconds : null)
      clock.pass((waits.at(-1) ?? 0) * 1000)
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
  })

  test('that gives no answer three times is left alone; one that answers again is forgiven', async () => {
    let isDead = true
    const { origin } = await serveWith(null, (request, response) => {
      if (isDead) request.socket.destroy()
      else page(request, response)
    })
    const clock = stoppedClock()
    const fetcher = await open(clock)
    const codes: string[] = []
    for (let i = 0; i < 4; i++) {
      const outcome = await fetcher.fetch({ url: `${origin}/${i}`, accept: 'page' })
      codes.push(outcome.kind === 'failed' ? outcome.problem.code : outcome.kind)
    }
    expect(codes).toEqual(['fetch-failed', 'fetch-failed', 'fetch-failed', 'fetch-postponed'])
    clock.pass(60_000)
    isDead = false
    expect(await fetcher.fetch({ url: `${origin}/a`, accept: 'page' })).toMatchObject({ kind: 'document' })
    isDead = true
    expect(await fetcher.fetch({ url: `${origin}/b`, accept: 'page' })).toMatchObject({
      retryAfterSeconds: null,
    })
  })

  test('is remembered by the next process, and so is its robots.txt', async () => {
    const kept = new Map<string, HostRecord>()
    const memory = {
      get: async (host: string) => kept.get(host) ?? null,
      put: async (host: string, record: HostRecord) =>
        void kept.set(host, JSON.parse(JSON.stringify(record))),
    }
    const { origin, asked } = await serveWith('User-agent: *\nDisallow: /private\n', (request, response) => {
      if (request.url === '/busy') response.writeHead(429, { 'Retry-After': '3600' }).end()
      else page(request, response)
    })
    const clock = stoppedClock()
    const first = await open({ ...clock, memory })
    await first.fetch({ url: `${origin}/busy`, accept: 'page' })
    const second = await open({ ...clock, memory })
    expect(await second.fetch({ url: `${origin}/a`, accept: 'page' })).toMatchObject({
      problem: { code: 'fetch-postponed' },
      retryAfterSeconds: 3600,
    })
    clock.pass(3_600_000)
    expect(await second.fetch({ url: `${origin}/private`, accept: 'page' })).toMatchObject({
      problem: { code: 'robots-refused' },
    })
    expect(await second.fetch({ url: `${origin}/a`, accept: 'page' })).toMatchObject({ kind: 'document' })
    expect(asked).toEqual(['/robots.txt', '/busy', '/a'])
    expect([...kept.keys()]).toEqual([new URL(origin).host])
  })
})

describe('conditional requests', () => {
  test('what has not changed is not sent again', async () => {
    const { origin } = await serveWith(null, (request, response) => {
      const isKnown =
        request.headers['if-none-match'] === '"v1"' ||
        request.headers['if-modified-since'] === 'Fri, 04 Mar 2022 10:00:00 GMT'
      response.writeHead(isKnown ? 304 : 200, {
        'Content-Type': 'text/html',
        ETag: '"v1"',
        'Last-Modified': 'Fri, 04 Mar 2022 10:00:00 GMT',
        'Cache-Control': 'public, max-age=600',
        Age: '100',
      })
      response.end(isKnown ? undefined : '<p>The bridge is open.</p>')
    })
    const fetcher = await open()
    const url = `${origin}/feed`
    const first = await fetcher.fetch({ url, accept: 'feed' })
    expect(first).toMatchObject({
      kind: 'document',
      etag: '"v1"',
      lastModified: 'Fri, 04 Mar 2022 10:00:00 GMT',
      freshForSeconds: 500,
    })
    for (const validators of [
      { etag: '"v1"' },
      { etag: null, lastModified: 'Fri, 04 Mar 2022 10:00:00 GMT' },
    ])
      expect(await fetcher.fetch({ url, accept: 'feed', ...validators })).toEqual({
        kind: 'unmodified',
        url,
        movedTo: null,
        freshForSeconds: 500,
      })
    // A line break in what was kept would be a header of its own.
    expect(await fetcher.fetch({ url, accept: 'feed', etag: '"v1"\r\nX-Evil: 1' })).toMatchObject({
      kind: 'document',
    })
  })

  test('“not modified” without a question is a failure', async () => {
    const { origin } = await serveWith(null, (_, response) => response.writeHead(304).end())
    expect(await (await open()).fetch({ url: origin, accept: 'page' })).toMatchObject({
      kind: 'failed',
      status: 304,
    })
  })
})

describe('redirects', () => {
  test('an address has moved when every redirect on the way was permanent', async () => {
    const { origin } = await serveWith(null, (request, response) => {
      const [, ...rest] = (request.url ?? '').split('/')
      const [status = '', ...then] = rest
      if (status === 'end') page(request, response)
      else response.writeHead(Number(status), { Location: `/${then.join('/')}#top` }).end()
    })
    const fetcher = await open()
    for (const [path, isMoved] of [
      ['/end', false],
      ['/301/end', true],
      ['/301/308/end', true],
      ['/301/302/end', false],
      ['/307/301/end', false],
      ['/303/end', false],
    ] as const) {
      const outcome = await fetcher.fetch({ url: origin + path, accept: 'page' })
      expect([path, outcome]).toMatchObject([
        path,
        { kind: 'document', url: `${origin}/end`, movedTo: isMoved ? `${origin}/end` : null },
      ])
    }
  })

  test('a redirect without an address, or to none, is a failure', async () => {
    const { origin } = await serveWith(null, (request, response) => {
      response.writeHead(302, request.url === '/none' ? {} : { Location: 'http://[' }).end()
    })
    const fetcher = await open()
    expect(await fetcher.fetch({ url: `${origin}/none`, accept: 'page' })).toMatchObject({ status: 302 })
    expect(await fetcher.fetch({ url: `${origin}/broken`, accept: 'page' })).toMatchObject({
      problem: { code: 'fetch-refused' },
    })
  })
})

describe('faults', () => {
  test('404 says so, and the page may be back', async () => {
    let isThere = false
    const { origin } = await serveWith(null, (request, response) => {
      if (isThere) page(request, response)
      else response.writeHead(404).end('gone')
    })
    const fetcher = await open()
    const url = `${origin}/a`
    expect(await fetcher.fetch({ url, accept: 'page' })).toMatchObject({ status: 404, isLasting: true })
    isThere = true
    expect(await fetcher.fetch({ url, accept: 'page' })).toMatchObject({ kind: 'document' })
  })

  test('a body shorter than announced is a failure; a longer one ends where it was said to', async () => {
    const { origin } = await serveWith(null, (request, response) => {
      const isShort = request.url === '/short'
      response.socket?.end(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${isShort ? 500 : 5}\r\n\r\n<p>The bridge is open.</p>`,
      )
    })
    const fetcher = await open()
    expect(await fetcher.fetch({ url: `${origin}/short`, accept: 'page' })).toMatchObject({ kind: 'failed' })
    const long = await fetcher.fetch({ url: `${origin}/long`, accept: 'page' })
    expect(long).toMatchObject({ kind: 'document', document: { bytes: Buffer.from('<p>Th') } })
  })

  test('bombs in gzip and brotli, and a truncated gzip, are refused', async () => {
    const zeros = Buffer.alloc(40_000_000)
    const packed: Record<string, Buffer> = {
      '/gzip': gzipSync(zeros),
      '/br': brotliCompressSync(zeros),
      '/truncated': gzipSync('<p>The bridge is open.</p>'.repeat(100)).subarray(0, 60),
      // A gzipped file, not a gzipped answer.
      '/sitemap.xml.gz': gzipSync(zeros),
    }
    const { origin } = await serveWith(null, (request, response) => {
      const path = request.url ?? ''
      const encoding = path === '/br' ? 'br' : 'gzip'
      response.writeHead(
        200,
        path.endsWith('.gz')
          ? { 'Content-Type': 'application/gzip' }
          : { 'Content-Type': 'text/html', 'Content-Encoding': encoding },
      )
      response.end(packed[path])
    })
    const fetcher = await open({ maxSizeBytes: 1_000_000 })
    const codes: Record<string, string> = {}
    for (const path of Object.keys(packed)) {
      const outcome = await fetcher.fetch({ url: origin + path, accept: 'feed' })
      codes[path] = outcome.kind === 'failed' ? outcome.problem.code : outcome.kind
    }
    expect(codes).toEqual({
      '/gzip': 'document-too-large',
      '/br': 'document-too-large',
      '/truncated': 'fetch-failed',
      '/sitemap.xml.gz': 'document-too-large',
    })
  })

  test('a gzipped sitemap is unpacked where feeds are taken', async () => {
    const { origin } = await serveWith(null, (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-gzip' }).end(gzipSync('<urlset/>'))
    })
    const fetcher = await open()
    const url = `${origin}/sitemap.xml.gz`
    expect(await fetcher.fetch({ url, accept: 'feed' })).toMatchObject({
      document: { bytes: Buffer.from('<urlset/>'), mediaType: null },
    })
    expect(await fetcher.fetch({ url, accept: 'page' })).toMatchObject({
      problem: { code: 'binary-document' },
    })
  })

  test('what drips is ended when the time is over, and the next in line gets its turn', async () => {
    const { origin } = await serveWith(null, (request, response) => {
      if (request.url === '/b') return page(request, response)
      response.writeHead(200, { 'Content-Type': 'text/html' })
      const drip = setInterval(() => response.write('x'), 20)
      return response.on('close', () => clearInterval(drip))
    })
    const fetcher = await open({ timeoutMs: 300 })
    const [first, second] = await Promise.all([
      fetcher.fetch({ url: `${origin}/a`, accept: 'page' }),
      fetcher.fetch({ url: `${origin}/b`, accept: 'page' }),
    ])
    expect([messageOf(first), messageOf(second)]).toEqual([
      expect.stringContaining('within 0.3 s'),
      'document',
    ])
  })

  test('a thousand headers are taken, a flood of them is not', async () => {
    const { origin } = await serveWith(null, (request, response) => {
      const count = request.url === '/many' ? 1000 : 10_000
      for (let i = 0; i < count; i++) response.setHeader(`X-Header-${i}`, 'a value of no use')
      page(request, response)
    })
    const fetcher = await open()
    expect(await fetcher.fetch({ url: `${origin}/many`, accept: 'page' })).toMatchObject({ kind: 'document' })
    expect(messageOf(await fetcher.fetch({ url: `${origin}/flood`, accept: 'page' }))).toContain(
      'headers beyond any measure',
    )
  })

  test('cookies are neither kept nor sent back', async () => {
    const cookies: (string | undefined)[] = []
    const { origin } = await serveWith(null, (request, response) => {
      cookies.push(request.headers.cookie)
      response.setHeader('Set-Cookie', 'visitor=17')
      page(request, response)
    })
    const fetcher = await open()
    const url = `${origin}/a`
    const outcome = await fetcher.fetch({ url, accept: 'page' })
    await fetcher.fetch({ url, accept: 'page' })
    expect(outcome).not.toHaveProperty(['document', 'headers', 'set-cookie'])
    expect(cookies).toEqual([undefined, undefined])
  })

  test('what is no HTTP is a failure', async () => {
    const server = createServer()
    server.on('connection', (socket) => {
      socket.on('error', () => undefined)
      socket.end('SSH-2.0-OpenSSH_9.6\r\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closings.push(async () => server.close())
    const { port } = server.address() as AddressInfo
    const outcome = await (await open()).fetch({ url: `http://127.0.0.1:${port}/`, accept: 'page' })
    expect(messageOf(outcome)).toMatch(/does not speak HTTP/)
  })

  test('a certificate that nobody known has signed is refused', async () => {
    const asked: string[] = []
    const server = createTlsServer(testCertificate, (request, response) => {
      asked.push(request.url ?? '')
      page(request, response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closings.push(async () => server.close())
    const { port } = server.address() as AddressInfo
    const outcome = await (await open()).fetch({ url: `https://localhost:${port}/`, accept: 'page' })
    expect(messageOf(outcome)).toMatch(/signed by nobody known/)
    expect(asked).toEqual([])
  })

  test('no address of this machine is reached without leave, and none that is no address', async () => {
    const { origin, asked } = await serve(page)
    const { port } = new URL(origin)
    const fetcher = await open({ allowPrivate: false })
    for (const url of [
      origin,
      `http://localhost:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://0x7f.1:${port}/feed.xml`,
      'http://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'ftp://news.example/',
      'news.example',
      '',
    ]) {
      expect([url, await fetcher.fetch({ url, accept: 'feed' })]).toMatchObject([
        url,
        { kind: 'failed', problem: { code: 'fetch-refused' }, isLasting: true },
      ])
    }
    expect(asked).toEqual([])
  })

  test('hints are put on the document', async () => {
    const { origin } = await serveWith(null, page)
    const hints = {
      url: null,
      title: 'The bridge is open',
      authors: [],
      outlet: 'Selgrad Courier',
      publishedAt: null,
      modifiedAt: null,
      language: 'en',
      original: null,
      basis: 'feed' as const,
    }
    expect(await (await open()).fetch({ url: origin, accept: 'page', hints })).toMatchObject({
      document: { hints },
    })
  })
})
