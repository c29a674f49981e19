import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type BulletinBoard, openBulletinBoard } from '../jobs/bulletin-board.ts'
import { type Bulletin, bulletinSchema } from '../records/bulletin.ts'
import { serve } from './serve.ts'
import { openTestDoor, type TestDoor } from './test-door.fixture.ts'

let door: TestDoor
let bulletins: BulletinBoard
let server: Awaited<ReturnType<typeof serve>>
const leaving: AbortController[] = []

beforeAll(async () => {
  bulletins = openBulletinBoard(100)
  door = await openTestDoor({ bulletins })
  server = await serve(door.app, { hostname: '127.0.0.1', port: 0 })
})
afterEach(() => {
  for (const left of leaving.splice(0)) left.abort()
})
afterAll(async () => {
  await server.close()
  await door.ledger.close()
})

const step = (done: number): Bulletin => ({ kind: 'example', done, all: 2000 })

/** A client of the stream; `next` gives events one by one. */
async function open(headers: Record<string, string> = {}, query = '') {
  const stop = new AbortController()
  leaving.push(stop)
  const response = await fetch(`${server.url}/api/stream${query}`, { headers, signal: stop.signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  const nextBlock = async (): Promise<string> => {
    for (;;) {
      const end = unread.indexOf('\n\n')
      if (end !== -1) {
        const block = unread.slice(0, end)
        unread = unread.slice(end + 2)
        return block
      }
      const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) return ''
      unread += value
    }
  }
  expect(await nextBlock()).toMatch(/^retry: \d+$/)
  return {
    response,
    stop,
    next: async () => {
      const block = await nextBlock()
      const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]))
      const data = fields.get('data')
      return { id: fields.get('id') ?? '', bulletin: data ? bulletinSchema.parse(JSON.parse(data)) : null }
    },
  }
}

test('what is posted is told as server-sent events, and every client hears it', async () => {
  const clients = await Promise.all(Array.from({ length: 40 }, () => open()))
  expect(clients[0]?.response.headers.get('content-type')).toBe('text/event-stream')
  bulletins.post(step(1))
  for (const client of clients) expect((await client.next()).bulletin).toEqual(step(1))
})

test('a client that comes again goes on after the last event that it had', async () => {
  const client = await open()
  bulletins.post(step(2))
  const { id } = await client.next()
  client.stop.abort()
  bulletins.post(step(3))
  expect((await (await open({ 'last-event-id': id })).next()).bulletin).toEqual(step(3))
  expect((await (await open({}, `?after=${id}`)).next()).bulletin).toEqual(step(3))
})

test('one that was away too long is told that there is a gap', async () => {
  const client = await open()
  bulletins.post(step(4))
  const { id } = await client.next()
  client.stop.abort()
  for (let done = 0; done < 150; done++) bulletins.post(step(done))
  const again = await open({ 'last-event-id': id })
  expect((await again.next()).bulletin).toEqual({ kind: 'gap' })
  expect((await again.next()).bulletin).toEqual(step(50))
})

test('a client that takes nothing holds up neither the board nor the others', async () => {
  await open()
  const reading = await open()
  const begun = performance.now()
  for (let done = 0; done < 2000; done++) {
    bulletins.post(step(done))
    if (done % 50 === 49) for (let taken = 0; taken < 50; taken++) await reading.next()
  }
  expect(performance.now() - begun).toBeLessThan(5000)
})

test('closing the board ends the answers, so that the server closes at once', async () => {
  const own = openBulletinBoard()
  const other = await openTestDoor({ bulletins: own })
  const closing = await serve(other.app, { hostname: '127.0.0.1', port: 0 })
  const response = await fetch(`${closing.url}/api/stream`)
  const ended = response.text()
  const begun = performance.now()
  own.close()
  await closing.close()
  expect(await ended).toMatch(/^retry/)
  expect(performance.now() - begun).toBeLessThan(400)
  await other.ledger.close()
})

test('a parameter that the stream does not know is refused', async () => {
  expect((await fetch(`${server.url}/api/stream?since=1`)).status).toBe(400)
})
