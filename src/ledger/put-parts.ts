import { type InferInsertModel, sql } from 'drizzle-orm'
import { insertRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { appearance, part } from './schema.ts'
import { textArray } from './to-array.ts'

/** Takes out who is named in an article, and in which part; their numbers are then to be counted anew. */
export async function deleteParts(transaction: LedgerTransaction, articleId: string): Promise<void> {
  await transaction.execute(sql`
    insert into actor_stale select key from appearance where article_id = ${articleId} on conflict do nothing`)
  await transaction.execute(sql`delete from appearance where article_id = ${articleId}`)
  await transaction.execute(sql`delete from part where article_id = ${articleId}`)
}

/** Keeps who is named in an article, and in which part. */
export async function insertParts(
  transaction: LedgerTransaction,
  appearances: readonly InferInsertModel<typeof appearance>[],
  parts: readonly InferInsertModel<typeof part>[],
): Promise<void> {
  await insertRows(transaction, appearance, appearances)
  await insertRows(transaction, part, parts)
  const keys = textArray(new Set(appearances.map(({ key }) => key)))
  await transaction.execute(sql`insert into actor_stale select unnest(${keys}) on conflict do nothing`)
}

/** Whoever takes part in a report of these claims is to be counted anew. */
export async function staleActorsOf(
  transaction: LedgerTransaction,
  claimIds: readonly string[],
): Promise<void> {
  if (claimIds.length === 0) return
  await transaction.execute(sql`
    insert into actor_stale
    select distinct part.key from claim_report join part on part.report_id = claim_report.report_id
    where claim_id = any(${textArray(claimIds)}) on conflict do nothing`)
}
