import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** Ids of the pages that a feed has named. */
export async function findNamedIds(ledger: Ledger, feedId: string): Promise<ReadonlySet<string>> {
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`select visit_id as id from feed_visit where feed_id = ${feedId}`,
  )
  return new Set(rows.map(({ id }) => id))
}
