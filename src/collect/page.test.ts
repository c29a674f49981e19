import type { RequestListener } from 'node:http'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { MockAgent } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { type CollectOptions, collect, isDocument } from './collect.ts'
import { openFetcher } from './open-fetcher.ts'
import { startServer, type TestServer } from './start-server.fixture.ts'

const servers: TestServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** A server without rules for robots; what is asked of those is not told. */
async function serve(answer: RequestListener): Promise<TestServer> {
  const asked: string[] = []
  const server = await startServer((request, response) => {
    if (request.url === '/robots.txt') return response.writeHead(404).end()
    asked.push(request.url ?? '')
    return answer(request, response)
  })
  servers.push(server)
  return { ...server, asked }
}

async function get(address: string, options: CollectOptions = {}) {
  for await (const collected of collect([address], { allowPrivate: true, ...options })) return collected
  throw new Error('collecting gave nothing')
}

const html = '<p>The bridge is open.</p>'

test('a page is its bytes, with what the server says about them', async () => {
  let agent: string | undefined
  const { origin } = await serve((request, response) => {
    agent = request.headers['user-agent']
    response.writeHead(200, {
      'Content-Type': 'Text/HTML; Charset="ISO-8859-1"',
      'Last-Modified': 'Fri, 04 Mar 2022 10:00:00 GMT',
      'Set-Cookie': 'visitor=17',
    })
    response.end(html)
  })
  const document = await get(`${origin}/bridge?utm_source=mail#top`, { now: () => new Date(0) })
  expect(document).toMatchObject({
    where: `${origin}/bridge?utm_source=mail`,
    bytes: Buffer.from(html),
    mediaType: 'text/html',
    charset: 'ISO-8859-1',
    collectedAt: '1970-01-01T00:00:00.000Z',
  })
  expect(document).toHaveProperty(['headers', 'last-modified'], 'Fri, 04 Mar 2022 10:00:00 GMT')
  expect(document).not.toHaveProperty(['headers', 'set-cookie'])
  expect(agent).toMatch(/^Hearsay\/\d+\.\d+\.\d+ \(\+self-hosted news reader\)$/)
})

test('without leave, nothing on this machine is fetched, whatever it is called', async () => {
  const { origin, asked } = await serve((_, response) => response.end(html))
  const { port } = new URL(origin)
  for (const host of [
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
  ]) {
    const nothing = await get(`http://${host}:${port}/`, { allowPrivate: false })
    expect([host, nothing]).toMatchObject([
      host,
      {
        problem: {
          code: 'fetch-refused',
          message: expect.stringMatching(/(?:127\.0\.0\.1|::1|::ffff:7f00:1).*this machine/),
          advice: expect.stringContaining('--allow-private'),
        },
      },
    ])
  }
  expect(asked).toEqual([])
})

test('a public page that redirects to this machine is refused at the redirect', async () => {
  const secret = await serve((_, response) => response.end('secret'))
  const dispatcher = new MockAgent()
  dispatcher.enableNetConnect()
  const publicHost = dispatcher.get('http://news.example')
  publicHost.intercept({ path: '/robots.txt' }).reply(404, '')
  const fetcher = await openFetcher({ delayMs: 0 }, { dispatcher, userAgent: 'test' })
  for (const [i, target] of [
    secret.origin,
    `http://2130706433:${new URL(secret.origin).port}`,
    'http://[::ffff:169.254.169.254]/',
  ].entries()) {
    publicHost.intercept({ path: `/${i}` }).reply(302, '', { headers: { location: target } })
    expect(await fetcher.fetch({ url: `http://news.example/${i}`, accept: 'page' })).toMatchObject({
      kind: 'failed',
      problem: { code: 'fetch-refused' },
      isLasting: true,
    })
  }
  expect(secret.asked).toEqual([])
  await fetcher.close()
  await dispatcher.close()
})

test('redirects are followed, relative ones too, and the page is where they end', async () => {
  const { origin, asked } = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(301, { Location: '/newer' }).end()
    else if (request.url === '/newer') response.writeHead(307, { Location: 'newest' }).end()
    else response.writeHead(200, { 'Content-Type': 'text/html' }).end(html)
  })
  expect(await get(`${origin}/old`)).toMatchObject({ where: `${origin}/newest` })
  expect(asked).toEqual(['/old', '/newer', '/newest'])
})

test('redirects in circles, without end, and to what is no web address, are given up', async () => {
  const { origin, asked } = await serve((request, response) => {
    const path = request.url ?? ''
    const next: Record<string, string> = {
      '/a': '/b',
      '/b': '/a',
      '/self': '/self',
      '/file': 'file:///etc/passwd',
    }
    response.writeHead(302, { Location: next[path] ?? `${path}x` }).end()
  })
  expect(await get(`${origin}/a`)).toMatchObject({
    problem: {
      code: 'fetch-failed',
      message: `The address leads in a circle: ${origin}/a → ${origin}/b → ${origin}/a.`,
      advice: expect.stringContaining('cookie'),
    },
  })
  expect(await get(`${origin}/self`)).toMatchObject({
    problem: { message: expect.stringContaining('circle') },
  })
  const askedBefore = asked.length
  expect(await get(`${origin}/on`)).toMatchObject({
    problem: { code: 'fetch-failed', message: expect.stringContaining('5 redirects') },
  })
  expect(asked.length - askedBefore).toBe(6)
  expect(await get(`${origin}/file`)).toMatchObject({ problem: { code: 'fetch-refused' } })
})

test('a page that says it is in another encoding keeps what was said, for extraction to judge', async () => {
  const { origin } = await serve((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=windows-1251' })
    response.end('<p>Zürich</p>')
  })
  expect(await get(origin)).toMatchObject({ charset: 'windows-1251', bytes: Buffer.from('<p>Zürich</p>') })
})

test('compressed pages are unpacked', async () => {
  const packed: Record<string, Buffer> = {
    gzip: gzipSync(html),
    br: brotliCompressSync(html),
    deflate: deflateSync(html),
    'deflate, bare': deflateRawSync(html),
    'deflate, gzip': gzipSync(deflateSync(html)),
  }
  const { origin } = await serve((request, response) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? '')
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': name.replace(', bare', '') })
    response.end(packed[name])
  })
  for (const name of Object.keys(packed)) {
    expect([name, await get(`${origin}/${encodeURIComponent(name)}`)]).toMatchObject([
      name,
      { bytes: Buffer.from(html) },
    ])
  }
})

test('a few kilobytes that unfold beyond the limit are refused', async () => {
  const bomb = gzipSync(Buffer.alloc(30_000_000))
  expect(bomb.length).toBeLessThan(100_000)
  const { origin } = await serve((request, response) => {
    const twice = request.url === '/twice'
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Content-Encoding': twice ? 'gzip, gzip' : 'gzip',
    })
    response.end(twice ? gzipSync(bomb) : bomb)
  })
  for (const path of ['/', '/twice']) {
    expect(await get(origin + path, { maxSizeBytes: 1_000_000 })).toMatchObject({
      problem: { code: 'document-too-large' },
    })
  }
})

test('an answer that does not unpack is a failure, not a page', async () => {
  const { origin } = await serve((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' })
    response.end(gzipSync(html).subarray(0, 20))
  })
  expect(await get(origin)).toMatchObject({ problem: { code: 'fetch-failed' } })
})

test('a body without end is cut off at the limit, an announced one before it starts', async () => {
  let sentBytes = 0
  const { origin } = await serve((request, response) => {
    if (request.url === '/announced') {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '999999999' })
      response.write('x')
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/html' })
    const chunk = Buffer.alloc(65_536, 'x')
    const send = () => {
      while (!response.destroyed && response.write(chunk)) sentBytes += chunk.length
    }
    response.on('drain', send)
    send()
  })
  expect(await get(origin, { maxSizeBytes: 500_000 })).toMatchObject({
    problem: { code: 'document-too-large' },
  })
  // What the sockets buffer comes on top.
  expect(sentBytes).toBeLessThan(50_000_000)
  expect(await get(`${origin}/announced`, { maxSizeBytes: 500_000 })).toMatchObject({
    problem: { code: 'document-too-large', message: expect.stringContaining('953.7 MB') },
  })
})

test('a server that drips is given up when the time is over, at whatever step it drips', async () => {
  const { origin } = await serve((request, response) => {
    if (request.url === '/silent') return
    if (request.url?.startsWith('/redirects')) {
      setTimeout(() => response.writeHead(302, { Location: `${request.url}s` }).end(), 100)
      return
    }
    response.writeHead(200, { 'Content-Type': 'text/html' })
    const drip = setInterval(() => response.write('x'), 50)
    response.on('close', () => clearInterval(drip))
  })
  for (const path of ['/silent', '/body', '/redirects']) {
    const startedAt = performance.now()
    expect([path, await get(origin + path, { timeoutMs: 300 })]).toMatchObject([
      path,
      { problem: { code: 'fetch-failed', message: expect.stringContaining('within 0.3 s') } },
    ])
    expect(performance.now() - startedAt).toBeLessThan(3000)
  }
})

test('what is no text is not read', async () => {
  const { origin } = await serve((request, response) => {
    const types: Record<string, string> = {
      '/pdf': 'application/pdf',
      '/png': 'image/png',
      '/xhtml': 'application/xhtml+xml',
    }
    const type = types[request.url ?? '']
    response.writeHead(200, type === undefined ? {} : { 'Content-Type': type }).end(html)
  })
  expect(await get(`${origin}/pdf`)).toMatchObject({
    problem: { code: 'binary-document', message: expect.stringContaining('application/pdf') },
  })
  expect(await get(`${origin}/png`)).toMatchObject({ problem: { code: 'binary-document' } })
  expect(await get(`${origin}/xhtml`)).toMatchObject({ mediaType: 'application/xhtml+xml' })
  expect(await get(`${origin}/untyped`)).toMatchObject({ mediaType: null, bytes: Buffer.from(html) })
})

test('a refusal of the server names its status and what to try', async () => {
  const { origin } = await serve((request, response) =>
    response.writeHead(Number(request.url?.slice(1))).end('no'),
  )
  const problems = []
  for (const status of [403, 404, 429, 503]) {
    const nothing = await get(`${origin}/${status}`)
    problems.push(isDocument(nothing) ? null : nothing.problem)
  }
  expect(problems).toMatchObject([
    {
      code: 'fetch-failed',
      message: expect.stringContaining('403 (forbidden)'),
      advice: expect.stringContaining('save the page'),
    },
    {
      code: 'fetch-failed',
      message: expect.stringContaining('404 (not found)'),
      advice: expect.stringContaining('archive'),
    },
    {
      code: 'fetch-failed',
      message: expect.stringContaining('429'),
      advice: expect.stringContaining('Wait'),
    },
    {
      code: 'fetch-failed',
      message: expect.stringContaining('503'),
      advice: expect.stringContaining('try again later'),
    },
  ])
})

test('a closed port, a broken connection and an unknown name are told apart, and the stream goes on', async () => {
  const gone = await startServer(() => undefined)
  await gone.close()
  const rude = await serve((request, response) => {
    if (request.url === '/page') response.end(html)
    else request.socket.destroy()
  })
  const places = [gone.origin, rude.origin, 'http://no-such-host.invalid/', `${rude.origin}/page`]
  const told: string[] = []
  for await (const collected of collect(places, { allowPrivate: true, delayMs: 0 })) {
    told.push(isDocument(collected) ? 'document' : `${collected.problem.code}: ${collected.problem.message}`)
  }
  expect(told).toEqual([
    `fetch-failed: ${new URL(gone.origin).host} refuses connections.`,
    `fetch-failed: ${new URL(rude.origin).host} broke the connection off.`,
    expect.stringMatching(/^fetch-failed: The name no-such-host\.invalid /),
    'document',
  ])
})

test('an address with a password in it is refused before anything is sent', async () => {
  const { origin, asked } = await serve((_, response) => response.end(html))
  expect(await get(origin.replace('//', '//ada:secret@'))).toMatchObject({
    problem: { code: 'fetch-refused' },
  })
  expect(asked).toEqual([])
})
