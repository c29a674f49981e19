import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
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

/** Where an article stands: its story and its page’s address, null where it has none. */
export interface ArticlePlace {
  readonly storyId: string | null
  readonly url: string | null
}

/** The place of each of these articles, by id. */
export async function findArticlePlaces(
  transaction: LedgerTransaction,
  articleIds: Iterable<string>,
): Promise<Map<string, ArticlePlace>> {
  const ids = [...articleIds]
  if (ids.length === 0) return new Map()
  const rows = await findRows<ArticlePlace & { id: string }>(
    transaction,
    sql`select article.id, story_id as "storyId", url from article
      left join story_article on story_article.article_id = article.id
      where article.id = any(${textArray(ids)})`,
  )
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}
