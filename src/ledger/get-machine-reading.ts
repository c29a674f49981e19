import { sql } from 'drizzle-orm'
import { parseReading, type Reading } from '../records/reading.ts'
import { findRows } from './find-rows.ts'
import type { LedgerDatabase } from './ledger.ts'

/** The newest reading of an article that no review has touched; null where it was never read. */
export async function getMachineReading(db: LedgerDatabase, articleId: string): Promise<Reading | null> {
  const [row] = await findRows<{ record: unknown }>(
    db,
    sql`select record from reading
      where article_id = ${articleId} and coalesce(stages[cardinality(stages)], '') not like 'review@%' order by seq desc limit 1`,
  )
  return row ? parseReading(row.record) : null
}
