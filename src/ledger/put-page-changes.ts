import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import { putRows } from './insert-rows.ts'
import type { Ledger } from './ledger.ts'
import { pageChange } from './schema.ts'
import { textArray } from './to-array.ts'

export type PageChangeRow = typeof pageChange.$inferInsert

/** Ids of the changes that are kept of a page. */
export async function findPageChangeIds(ledger: Ledger, pageId: string): Promise<Set<string>> {
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`select id from page_change where page_id = ${pageId}`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Keeps these changes of a page, and of those that it had before only the ones named. */
export async function putPageChanges(
  ledger: Ledger,
  pageId: string,
  changes: readonly PageChangeRow[],
  keptIds: readonly string[],
): Promise<void> {
  await ledger.db.execute(
    sql`delete from page_change where page_id = ${pageId} and id <> all(${textArray(keptIds)})`,
  )
  await putRows(ledger.db, pageChange, changes)
}
