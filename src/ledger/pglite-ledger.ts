import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import type { Ledger, LedgerDatabase } from './ledger.ts'
import type { LedgerLock } from './ledger-lock.ts'
import type { PgliteClient } from './pglite-client.ts'
import * as schema from './schema.ts'

/** A ledger in this process: in a folder under its lock, or in memory without one. */
export class PgliteLedger implements Ledger {
  readonly store = 'pglite'
  readonly place: string
  readonly db: LedgerDatabase
  readonly client: PgliteClient
  readonly lock: LedgerLock | null

  constructor(place: string, client: PgliteClient, lock: LedgerLock | null) {
    this.place = place
    this.client = client
    this.lock = lock
    // drizzle’s driver calls two methods of PGlite, and the client has them.
    this.db = drizzle(client as unknown as PGlite, { schema }) as unknown as LedgerDatabase
  }

  async close(): Promise<void> {
    try {
      await this.client.close()
    } finally {
      this.lock?.release()
    }
  }
}
