import { sql } from 'drizzle-orm'
import type { Article } from '../records/article.ts'
import type { Reading } from '../records/reading.ts'
import { findRows } from './find-rows.ts'
import type { LedgerDatabase, LedgerTransaction } from './ledger.ts'
import { textArray } from './to-array.ts'

/** What an article was weighed as, and what it is to be weighed as. */
export interface Weighing {
  /** Null when it was not. */
  readonly weighed: {
    readonly readingId: string
    readonly version: string
    readonly problem: string | null
  } | null
  /** Null when it is not current or was not read: then it is to be taken out. */
  readonly current: { readonly readingId: string } | null
}

/** @throws when the ledger has no such article: ids come from the ledger itself. */
export async function getWeighing(transaction: LedgerTransaction, articleId: string): Promise<Weighing> {
  const [row] = await findRows<{
    weighedReadingId: string | null
    version: string
    problem: string | null
    readingId: string | null
  }>(
    transaction,
    sql`
    select weighed.reading_id as "weighedReadingId", version, problem,
      (
        select reading_id from current_reading where current_reading.article_id = article.id and exists (
          select from current_extraction where current_extraction.article_id = article.id
        )
      ) as "readingId"
    from article left join weighed on weighed.article_id = article.id where article.id = ${articleId}`,
  )
  if (row === undefined) throw new Error(`The ledger has no article ${articleId}.`)
  const { weighedReadingId, version, problem, readingId } = row
  return {
    weighed: weighedReadingId === null ? null : { readingId: weighedReadingId, version, problem },
    current: readingId === null ? null : { readingId },
  }
}

/** The records that are weighed; as they were stored, since only we write them. */
export async function getWeighedRecords(
  transaction: LedgerTransaction,
  articleId: string,
  readingId: string,
): Promise<{ readonly article: Article; readonly reading: Reading }> {
  const [row] = await findRows<{ article: Article; reading: Reading }>(
    transaction,
    sql`select article.record as article, reading.record as reading from article, reading
      where article.id = ${articleId} and reading.id = ${readingId}`,
  )
  if (row === undefined) throw new Error(`The ledger has no reading ${readingId}.`)
  return row
}

/** The articles of these ids, in no order. */
export async function findArticleRecords(
  db: LedgerDatabase,
  articleIds: readonly string[],
): Promise<Article[]> {
  if (articleIds.length === 0) return []
  const rows = await findRows<{ record: Article }>(
    db,
    sql`select record from article where id = any(${textArray(articleIds)})`,
  )
  return rows.map(({ record }) => record)
}
