import type { RequestListener } from 'node:http'
import { describe, expect, test } from 'vitest'
import type { HostRecord } from '../records/host-record.ts'
import { messageOf, open, page, serve, serveWith, stoppedClock } from './fetch-in-test.fixture.ts'

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
