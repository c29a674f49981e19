import { expect, test } from 'vitest'
import { type AskDns, openClient } from './open-client.ts'
import { openFetcher } from './open-fetcher.ts'
import { startServer } from './start-server.fixture.ts'

test('a name is refused when one of its addresses is private, whichever, and each time it is connected to', async () => {
  const server = await startServer((_, response) => response.end('secret'))
  const { port } = new URL(server.origin)
  const answers: Record<string, string[]> = {
    'inside.example': ['127.0.0.1'],
    'second.example': ['93.184.215.14', '10.0.0.1'],
    'mapped.example': ['::ffff:192.168.1.1'],
    'link.example': ['fe80::1'],
    'translated.example': ['64:ff9b::7f00:1'],
  }
  const asked: string[] = []
  const askDns: AskDns = (name, _, callback) => {
    asked.push(name)
    callback(
      null,
      (answers[name] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  const client = await openClient(false, 5000, askDns)
  const fetcher = await openFetcher({ delayMs: 0 }, client)
  for (const name of Object.keys(answers)) {
    for (const path of ['/a', '/b']) {
      const outcome = await fetcher.fetch({ url: `http://${name}:${port}${path}`, accept: 'page' })
      expect([name, outcome]).toMatchObject([name, { problem: { code: 'fetch-refused' }, isLasting: true }])
    }
  }
  expect(asked).toHaveLength(2 * Object.keys(answers).length)
  expect(server.asked).toEqual([])
  await fetcher.close()
  await client.dispatcher.destroy()
  await server.close()
})
