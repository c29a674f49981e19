import { randomBytes } from 'node:crypto'
import { getTableName, sql } from 'drizzle-orm'
import pg from 'pg'
import type { Ledger } from './ledger.ts'
import { ledgerTables } from './ledger-tables.ts'
import { openLedger } from './open-ledger.ts'
import { openTestLedger } from './open-test-ledger.fixture.ts'

export interface TestStore {
  readonly name: string
  /** A ledger that nobody else sees. */
  open(): Promise<TestLedger>
}

export interface TestLedger {
  readonly ledger: Ledger
  /** For another process or another connection; null when there can be none. */
  readonly databaseUrl: string | null
  clear(): Promise<void>
  /** Closes the ledger and leaves nothing of it. */
  drop(): Promise<void>
}

/** Where a PostgreSQL server lets these tests create databases; null when nobody says. */
export const serverUrl = process.env.HEARSAY_TEST_DATABASE_URL ?? null

async function clear(ledger: Ledger): Promise<void> {
  const names = ledgerTables.map((table) => `"${getTableName(table)}"`)
  await ledger.db.execute(sql.raw(`truncate ${names.join(', ')}`))
}

const memory: TestStore = {
  name: 'PGlite',
  open: async () => {
    const ledger = await openTestLedger()
    return { ledger, databaseUrl: null, clear: () => clear(ledger), drop: () => ledger.close() }
  },
}

function serverAt(url: string): TestStore {
  return {
    name: 'PostgreSQL',
    open: async () => {
      const databaseUrl = await createDatabase(url)
      const ledger = await openLedger({ databaseUrl })
      return {
        ledger,
        databaseUrl,
        clear: () => clear(ledger),
        drop: async () => {
          await ledger.close()
          await dropDatabase(databaseUrl)
        },
      }
    },
  }
}

/** Every store there is here: PGlite, and PostgreSQL where there is a server. */
export const testStores: readonly TestStore[] = [memory, ...(serverUrl === null ? [] : [serverAt(serverUrl)])]

/** Creates an empty database on the server; gives its address. */
export async function createDatabase(url: string): Promise<string> {
  const databaseUrl = new URL(url)
  const name = `hearsay_test_${randomBytes(6).toString('hex')}`
  await ask(url, `create database ${name}`)
  databaseUrl.pathname = `/${name}`
  return databaseUrl.href
}

export async function dropDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  await ask(url.href, `drop database ${name} with (force)`)
}

async function ask(url: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(query)
  } finally {
    await client.end()
  }
}
