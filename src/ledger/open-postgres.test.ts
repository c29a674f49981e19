import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { backupLedger } from './backup-ledger.ts'
import { checkLedger } from './check-ledger.ts'
import { insertDocument } from './insert-document.ts'
import { openLedger } from './open-ledger.ts'
import { makeDocument } from './test-records.fixture.ts'
import { createDatabase, dropDatabase, serverUrl } from './test-stores.fixture.ts'

if (serverUrl === null) {
  console.info(
    'The ledger’s tests ran on PGlite only: HEARSAY_TEST_DATABASE_URL names no PostgreSQL server to create databases on.',
  )
}

test('an address that is none is refused, and not repeated', async () => {
  for (const databaseUrl of ['', 'localhost', 'mysql://user:secret@127.0.0.1/news', 'user:secret@host']) {
    const failure = await openLedger({ databaseUrl }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'usage' })
    expect(String(failure)).not.toContain('secret')
  }
})

test('a server that does not answer is named without its password', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has a port')
  await new Promise((resolve) => server.close(resolve))
  const databaseUrl = `postgres://ana:secret@127.0.0.1:${address.port}/news`
  const failure = await openLedger({ databaseUrl }).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'ledger-unusable' })
  expect(String(failure)).toContain(`postgres://ana@127.0.0.1:${address.port}/news`)
  expect(String(failure)).toContain('nothing answers there')
  expect(String(failure)).not.toContain('secret')
})

test('a server that speaks something else is refused', async () => {
  const server = createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has a port')
  await expect(
    openLedger({ databaseUrl: `postgres://ana@127.0.0.1:${address.port}/news` }),
  ).rejects.toMatchObject({
    code: 'ledger-unusable',
  })
  await new Promise((resolve) => server.close(resolve))
})

async function withDatabase(act: (databaseUrl: string) => Promise<void>): Promise<void> {
  if (serverUrl === null) throw new Error('there is no server')
  const databaseUrl = await createDatabase(serverUrl)
  try {
    await act(databaseUrl)
  } finally {
    await dropDatabase(databaseUrl)
  }
}

test.skipIf(serverUrl === null)(
  'several can open a new ledger at the same time, and work in it together',
  async () => {
    await withDatabase(async (databaseUrl) => {
      const ledgers = await Promise.all([1, 2, 3, 4].map(() => openLedger({ databaseUrl })))
      const document = makeDocument('Posted by all of them.')
      const outcomes = await Promise.all(ledgers.map((ledger) => insertDocument(ledger, document)))
      expect(outcomes.filter((outcome) => outcome.isNew)).toHaveLength(1)
      const [ledger] = ledgers
      if (!ledger) throw new Error('four were opened')
      expect(await checkLedger(ledger)).toEqual([])
      for (const opened of ledgers) await opened.close()
    })
  },
)

test.skipIf(serverUrl === null)('a ledger on a server is backed up with the server’s own tool', async () => {
  await withDatabase(async (databaseUrl) => {
    const ledger = await openLedger({ databaseUrl })
    await expect(backupLedger(ledger, 'anywhere.tar.gz')).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('pg_dump'),
    })
    await ledger.close()
    await ledger.close()
  })
})

test.skipIf(serverUrl === null)(
  'a database that is not there, and one with other tables, are refused',
  async () => {
    await withDatabase(async (databaseUrl) => {
      await expect(openLedger({ databaseUrl: `${databaseUrl}_not` })).rejects.toMatchObject({
        code: 'ledger-unusable',
        message: expect.stringContaining('createdb'),
      })
      const { default: pg } = await import('pg')
      const client = new pg.Client({ connectionString: databaseUrl })
      await client.connect()
      await client.query('create table article (headline text)')
      await expect(openLedger({ databaseUrl })).rejects.toMatchObject({
        code: 'ledger-unusable',
        message: expect.stringContaining('a database of its own'),
      })
      await client.query('create schema hearsay')
      await client.end()
      const ledger = await openLedger({ databaseUrl: `${databaseUrl}?options=-csearch_path%3Dhearsay` })
      expect(await checkLedger(ledger)).toEqual([])
      await ledger.close()
    })
  },
)

test.skipIf(serverUrl === null)('dates do not depend on how the server writes them', async () => {
  await withDatabase(async (databaseUrl) => {
    const options = encodeURIComponent('-c timezone=Asia/Kolkata -c datestyle=SQL,DMY')
    const ledger = await openLedger({ databaseUrl: `${databaseUrl}?options=${options}` })
    const { documentId } = await insertDocument(ledger, makeDocument('A notice.'))
    const { getDocument } = await import('./get-document.ts')
    expect((await getDocument(ledger, documentId)).collectedAt).toBe('2026-03-04T09:30:00.000Z')
    await ledger.close()
  })
})
