import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { PgliteClient } from './pglite-client.ts'
import { document } from './schema.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

describe.each(testStores)('transactions on $name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  afterEach(() => opened.clear())
  afterAll(() => opened.drop())

  const row = (id: string) => ({ id, sizeBytes: 0, bytesGzip: new Uint8Array() })
  const ids = async () =>
    (await opened.ledger.db.select({ id: document.id }).from(document).orderBy(document.id)).map(
      ({ id }) => id,
    )

  test('one that fails is undone, and those beside it are not', async () => {
    const { db } = opened.ledger
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) =>
        db.transaction(async (transaction) => {
          await transaction.insert(document).values(row(id))
          await new Promise((resolve) => setTimeout(resolve, 10))
          if (i % 2 === 1) throw new Error(`not ${id}`)
          await transaction.update(document).set({ sizeBytes: i }).where(eq(document.id, id))
          return id
        }),
      ),
    )
    expect(await ids()).toEqual(['a', 'c', 'e'])
    expect(outcomes.map((outcome) => outcome.status === 'fulfilled')).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ])
    expect(outcomes[1]).toMatchObject({ reason: new Error('not b') })
  })

  test('what a transaction has not committed, a query beside it does not see', async () => {
    const { db } = opened.ledger
    let beside: Promise<string[]> = Promise.resolve([])
    await db
      .transaction(async (transaction) => {
        await transaction.insert(document).values(row('a'))
        beside = ids()
        await new Promise((resolve) => setTimeout(resolve, 20))
        throw new Error('no')
      })
      .catch(() => undefined)
    expect(await beside).toEqual([])
  })

  test('a transaction in a transaction can be undone alone', async () => {
    await opened.ledger.db.transaction(async (outer) => {
      await outer.insert(document).values(row('outer'))
      await outer
        .transaction(async (inner) => {
          await inner.insert(document).values(row('inner'))
          throw new Error('no')
        })
        .catch(() => undefined)
    })
    expect(await ids()).toEqual(['outer'])
  })

  test('a query that fails leaves the connection usable', async () => {
    await expect(opened.ledger.db.execute(sql`select 1 / 0`)).rejects.toMatchObject({
      cause: { code: '22012' },
    })
    expect((await opened.ledger.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
  })

  test('both stores give the same JavaScript for the same rows', async () => {
    const { rows } = await opened.ledger.db.execute(sql`
      select 7 as int, 1.5::float8 as float, true as bool, null::text as nothing, 'é🚢' as text, array['a,"b', null] as list,
        '{"a":[1,null]}'::json as json, '{"b":"\\u00e9"}'::jsonb as jsonb, '2026-03-04'::date::text as day,
        '2026-03-04 05:06:07.89+00'::timestamptz at time zone 'UTC' as instant`)
    expect(rows).toEqual([
      {
        int: 7,
        float: 1.5,
        bool: true,
        nothing: null,
        text: 'é🚢',
        list: ['a,"b', null],
        json: { a: [1, null] },
        jsonb: { b: 'é' },
        day: '2026-03-04',
        instant: '2026-03-04 05:06:07.89',
      },
    ])
    const { rows: bytes } = await opened.ledger.db.execute<{ bytes: Uint8Array }>(
      sql`select '\\x00ff10'::bytea as bytes`,
    )
    expect([...(bytes[0]?.bytes ?? [])]).toEqual([0, 255, 16])
  })
})

describe('PGlite in its thread', () => {
  let client: PgliteClient
  beforeAll(async () => {
    client = await PgliteClient.start({ dataFolder: 'memory://', dump: null })
  })
  afterAll(() => client.close())

  test('a query that takes long does not hold up this thread', async () => {
    let ticks = 0
    const ticking = setInterval(() => {
      ticks += 1
    }, 5)
    await client.query('select pg_sleep(0.5)')
    clearInterval(ticking)
    expect(ticks).toBeGreaterThan(20)
  })

  test('a transaction that swallowed the failure of its query does not pass for committed', async () => {
    const swallowing = client.transaction(async (transaction) => {
      await transaction.query('create table swallowed (a int)')
      await transaction.query('select * from nowhere').catch(() => undefined)
    })
    await expect(swallowing).rejects.toThrow('rolled back')
    await expect(client.query('select * from swallowed')).rejects.toMatchObject({ code: '42P01' })
  })

  test('a query of a transaction that has ended is refused', async () => {
    const late = await client.transaction(async (transaction) => () => transaction.query('select 1'))
    await expect(late()).rejects.toThrow('This transaction has ended')
  })

  test('the log of the database does not grow for ever', async () => {
    await client.query('create table t (a text)')
    // 600 commits of 256 kB: 150 MB.
    for (let i = 0; i < 600; i += 1) {
      await client.query(`insert into t select md5($1) || repeat('x', 2000) from generate_series(1, 128)`, [
        String(i),
      ])
    }
    const { rows } = await client.query(`select sum(size)::float8 as "sizeBytes" from pg_ls_waldir()`)
    const [{ sizeBytes }] = rows as [{ sizeBytes: number }]
    expect(sizeBytes).toBeGreaterThan(1_000_000)
    expect(sizeBytes).toBeLessThan(120_000_000)
  })

  test('when the database’s thread ends, everything that waits for it fails and says so', async () => {
    const waiting = [
      client.query('select pg_sleep(30)'),
      client.transaction((transaction) => transaction.query('select 1')),
      client.dump(),
    ]
    const closing = client.close(100)
    for (const call of await Promise.allSettled(waiting)) {
      expect(call).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringContaining('database stopped') },
      })
    }
    await closing
    await expect(client.query('select 1')).rejects.toThrow('database stopped')
    await client.close()
  })
})
