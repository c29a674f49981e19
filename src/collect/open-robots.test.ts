import { MockAgent } from 'undici'
import { describe, expect, test } from 'vitest'
import { closings, messageOf, open, page, serve, serveWith, stoppedClock } from './fetch-in-test.fixture.ts'
import { openFetcher } from './open-fetcher.ts'

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
