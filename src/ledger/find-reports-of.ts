import { sql } from 'drizzle-orm'
import { type Report, reportSchema } from '../records/report.ts'
import { findRows } from './find-rows.ts'
import type { LedgerDatabase } from './ledger.ts'
import { textArray } from './to-array.ts'

/** Every report of these articles, as they were weighed last; in order of each article’s statements and events. */
export async function findReportsOf(db: LedgerDatabase, articleIds: readonly string[]): Promise<Report[]> {
  if (articleIds.length === 0) return []
  const rows = await findRows<{ record: unknown }>(
    db,
    sql`select record from report where article_id = any(${textArray(articleIds)}) order by article_id, kind, ordinal`,
  )
  return rows.map(({ record }) => reportSchema.parse(record))
}
