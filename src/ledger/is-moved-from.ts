import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** Whether a page is thought to have moved away from the place of this sighting to another. */
export async function isMovedFrom(ledger: Ledger, sightingId: string): Promise<boolean> {
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`select page_change.id from sighting join page_change on page_change.page_id = sighting.page_id
      where sighting.id = ${sightingId} and before_where = sighting."where" and after_where <> before_where limit 1`,
  )
  return rows.length > 0
}
