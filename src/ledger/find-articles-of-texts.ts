import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { LedgerDatabase } from './ledger.ts'
import { textArray } from './to-array.ts'

/** Ids of the articles of these texts, current or not. */
export async function findArticlesOfTexts(db: LedgerDatabase, textIds: readonly string[]): Promise<string[]> {
  if (textIds.length === 0) return []
  const rows = await findRows<{ id: string }>(
    db,
    sql`select id from article where text_id("text") = any(${textArray(textIds)}) order by seq`,
  )
  return rows.map(({ id }) => id)
}

/** By article, the id of its text. */
export async function findTextsOf(
  db: LedgerDatabase,
  articleIds: readonly string[],
): Promise<Map<string, string>> {
  if (articleIds.length === 0) return new Map()
  const rows = await findRows<{ id: string; textId: string }>(
    db,
    sql`select id, text_id("text") as "textId" from article where id = any(${textArray(articleIds)})`,
  )
  return new Map(rows.map(({ id, textId }) => [id, textId]))
}
