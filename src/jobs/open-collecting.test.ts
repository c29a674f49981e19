import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startServer } from '../collect/start-server.fixture.ts'
import { findArticles } from '../ledger/find-articles.ts'
import { openTestLedger } from '../ledger/open-test-ledger.fixture.ts'
import { openCollecting } from './open-collecting.ts'
import { openReaders } from './open-readers.ts'

test('rounds in the background do what is due, one after the other, and their status stays until the next', async () => {
  let askedFeed = 0
  const site = await startServer((request, response) => {
    if (request.url === '/feed') askedFeed++
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else if (request.url === '/feed')
      response.end(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><item><title>A</title><link>/2026/ferry-sails-again</link></item></channel></rss>',
      )
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<!doctype html><html lang="en"><title>Ferry</title><p>${'The harbour master of Lindholm said that ferry number two would sail again. '.repeat(4)}</p>`,
        )
  })
  const [ledger, readers] = await Promise.all([openTestLedger(), openReaders({ mode: 'fast' })])
  const collecting = await openCollecting(ledger, async () => readers, { allowPrivate: true, delayMs: 0 })
  try {
    const following = await collecting.follow(`${site.origin}/feed`, { asPage: false })
    if ('problem' in following) throw new Error(following.problem.message)
    const { id } = following.feed
    expect(collecting.status()).toMatchObject({ isRunning: false, startedAt: null })
    collecting.keepGoing()
    collecting.keepGoing()
    const untilDone = async () => {
      for (let i = 0; i < 400 && (collecting.status().endedAt === null || collecting.status().isRunning); i++)
        await wait(50)
    }
    await untilDone()
    expect(collecting.status()).toMatchObject({ isRunning: false, new: 1, failed: 0, problem: null })
    const askedBefore = askedFeed
    for (let i = 0; i < 5; i++) collecting.start([id])
    await wait(1)
    await untilDone()
    // Whoever presses five times has one round, not five.
    expect(askedFeed - askedBefore).toBe(1)
    expect(collecting.status()).toMatchObject({ feeds: 1, new: 0, feedsFailed: 0 })
    expect((await findArticles(ledger)).articles).toHaveLength(1)
  } finally {
    await collecting.close()
    await site.close()
    await ledger.close()
  }
})
