import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger, LedgerTransaction } from './ledger.ts'
import { textArray } from './to-array.ts'

/** Components of claims that hold a report of one of these articles. */
export async function findClaimComponents(
  transaction: LedgerTransaction,
  articleIds: Iterable<string>,
): Promise<string[]> {
  const ids = [...articleIds]
  if (ids.length === 0) return []
  const rows = await findRows<{ id: string }>(
    transaction,
    sql`select distinct component_id as id from claim_report join report on report.id = report_id
      where article_id = any(${textArray(ids)})`,
  )
  return rows.map(({ id }) => id)
}

/** Ids of the reports of an article. */
export async function findReportIds(transaction: LedgerTransaction, articleId: string): Promise<string[]> {
  const rows = await findRows<{ id: string }>(
    transaction,
    sql`select id from report where article_id = ${articleId}`,
  )
  return rows.map(({ id }) => id)
}

/** The story of each of these articles that has one, by id. */
export async function findStoriesOf(
  transaction: LedgerTransaction,
  articleIds: Iterable<string>,
): Promise<Map<string, string>> {
  const ids = [...articleIds]
  if (ids.length === 0) return new Map()
  const rows = await findRows<{ id: string; storyId: string }>(
    transaction,
    sql`select article_id as id, story_id as "storyId" from story_article
      where article_id = any(${textArray(ids)}) and story_id is not null`,
  )
  return new Map(rows.map(({ id, storyId }) => [id, storyId]))
}

/** Ids of the articles of these stories. */
export async function findStoryArticles(ledger: Ledger, storyIds: readonly string[]): Promise<string[]> {
  if (storyIds.length === 0) return []
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`select article_id as id from story_article where story_id = any(${textArray(storyIds)})`,
  )
  return rows.map(({ id }) => id)
}
