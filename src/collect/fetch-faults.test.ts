import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { closings, messageOf, open, page, serve, serveWith } from './fetch-in-test.fixture.ts'
import { testCertificate } from './test-certificate.fixture.ts'

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
