import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type * as schema from './schema.ts'

/**
 * Where a ledger is kept: a folder of its own, a PostgreSQL (15 or newer) database, or nowhere longer than the
 * process lives.
 */
export type LedgerPlace = { directory: string } | { databaseUrl: string } | { memory: true }

/** What both stores give for a raw query. */
interface LedgerResult<Row> {
  readonly rows: Row[]
}

interface LedgerResults extends PgQueryResultHKT {
  readonly type: LedgerResult<this['row']>
}

export type LedgerDatabase = PgDatabase<LedgerResults, typeof schema>

/** What `LedgerDatabase.transaction` hands to its callback. */
export type LedgerTransaction = Parameters<Parameters<LedgerDatabase['transaction']>[0]>[0]

/** An open ledger. Only this room speaks SQL to `db`. */
export interface Ledger {
  readonly store: 'pglite' | 'postgres'
  /** For people: the folder's absolute path, the database's address without its password, or `memory`. */
  readonly place: string
  readonly db: LedgerDatabase
  /** Waits for what is under way, and gives the place free. Closing twice is harmless. */
  close(): Promise<void>
}
