import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { HearsayError } from '../records/error.ts'
import { serve } from './serve.ts'

const app = { fetch: () => new Response('here') }
const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})
const serveHere = async (answering: Parameters<typeof serve>[0] = app, hostname = '127.0.0.1', port = 0) => {
  const server = await serve(answering, { hostname, port })
  open.push(server)
  return server
}

test('port 0 takes a free one, and the address that it gives answers', async () => {
  const { url } = await serveHere()
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/)
  expect(await (await fetch(url)).text()).toBe('here')
})

test('a port that is taken is named, and what to try', async () => {
  const { url } = await serveHere()
  const port = Number(new URL(url).port)
  const refusal = await serve(app, { hostname: '127.0.0.1', port }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(HearsayError)
  expect(refusal).toMatchObject({ code: 'port-in-use' })
  expect((refusal as Error).message).toContain(`Port ${port}`)
  expect((refusal as Error).message).toContain('port 0')
})

test('an address of another machine cannot be listened on', async () => {
  // 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
  await expect(serve(app, { hostname: '192.0.2.1', port: 0 })).rejects.toMatchObject({ code: 'usage' })
})

test('closing does not wait for a client that keeps its connection', async () => {
  const server = await serve(app, { hostname: '127.0.0.1', port: 0 })
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await new Promise((resolve) => socket.once('data', resolve))
  const ended = new Promise((resolve) => socket.once('close', resolve))
  const begun = performance.now()
  await server.close()
  await ended
  expect(performance.now() - begun).toBeLessThan(300)
  await expect(fetch(server.url)).rejects.toThrow()
})

/** Sends what it is given, then nothing more. @returns what came back before the server let go. */
async function sendAndWait(url: string, words: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let answered = ''
  socket.setEncoding('utf8').on('data', (text) => {
    answered += text
  })
  socket.write(words)
  await new Promise((resolve) => socket.once('close', resolve))
  return answered
}

describe('a client that takes too long is let go', () => {
  const patience = { headersMs: 150, requestMs: 300, idleMs: 150, checkMs: 20 }
  const readBody = { fetch: async (request: Request) => new Response(await request.text()) }
  const serveImpatient = async (answering: Parameters<typeof serve>[0]) => {
    const server = await serve(answering, { hostname: '127.0.0.1', port: 0, patience })
    open.push(server)
    return server
  }

  test.each([
    ['that says nothing', ''],
    ['that never ends its headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
    ['that never ends what it sends', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhal'],
  ])('%s', async (_name, words) => {
    const { url } = await serveImpatient(readBody)
    expect(await sendAndWait(url, words)).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('that asks nothing more', async () => {
    const { url } = await serveImpatient(app)
    expect(await sendAndWait(url, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200 (.|\s)*here/,
    )
  })

  test('but not one that listens to a stream', async () => {
    let tick: NodeJS.Timeout | undefined
    const stream = () =>
      new Response(
        new ReadableStream({
          start: (c) => {
            tick = setInterval(() => c.enqueue(Buffer.from('tick ')), 50)
          },
          cancel: () => clearInterval(tick),
        }),
      )
    const { url } = await serveImpatient({ fetch: stream })
    const reader = (await fetch(url)).body?.getReader()
    const begun = performance.now()
    while (performance.now() - begun < 900) expect(await reader?.read()).toMatchObject({ done: false })
    await reader?.cancel()
  })
})

test('an answer that never ends is cut, soon', async () => {
  const endless = {
    fetch: () => new Response(new ReadableStream({ start: (c) => c.enqueue(Buffer.from('…')) })),
  }
  const server = await serve(endless, { hostname: '127.0.0.1', port: 0 })
  const asked = request(server.url).end()
  const cut = new Promise((resolve) => {
    asked.once('response', (response) => response.on('data', () => {}).once('error', resolve))
  })
  await new Promise((resolve) => asked.once('response', resolve))
  const begun = performance.now()
  await server.close()
  await cut
  expect(performance.now() - begun).toBeLessThan(2000)
})
