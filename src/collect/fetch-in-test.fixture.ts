import type { RequestListener } from 'node:http'
import { afterEach } from 'vitest'
import type { Fetcher, FetcherOptions, FetchOutcome } from './fetcher.ts'
import { openFetcher } from './open-fetcher.ts'
import { startServer, type TestServer } from './start-server.fixture.ts'

/** What a test opened, closed after it. */
export const closings: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close()
})

/** A server that is closed after the test. */
export async function serve(answer: RequestListener): Promise<TestServer> {
  const server = await startServer(answer)
  closings.push(server.close)
  return server
}

/** A server whose robots.txt is the text; null answers 404. */
export const serveWith = (robots: string | null, answer: RequestListener) =>
  serve((request, response) => {
    if (request.url !== '/robots.txt') return answer(request, response)
    if (robots === null) return response.writeHead(404).end()
    return response.writeHead(200, { 'Content-Type': 'text/plain' }).end(robots)
  })

/** A clock that only sleeping moves. */
export function stoppedClock(start = '2026-03-02T08:00:00Z') {
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

/** A fetcher that may reach this machine and does not pause, closed after the test. */
export async function open(options: FetcherOptions = {}): Promise<Fetcher> {
  const fetcher = await openFetcher({ allowPrivate: true, delayMs: 0, ...options })
  closings.push(fetcher.close)
  return fetcher
}

/** Answers with a page. */
export const page: RequestListener = (_, response) =>
  response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>The bridge is open.</p>')

/** Why a fetch failed; what came where it did not. */
export const messageOf = (outcome: FetchOutcome) =>
  outcome.kind === 'failed' ? outcome.problem.message : outcome.kind
