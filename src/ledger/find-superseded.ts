import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** Ids of the weighed articles that were once taken out of the documents of this one and are no longer current. */
export async function findSuperseded(ledger: Ledger, articleId: string): Promise<string[]> {
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`
    select distinct weighed.article_id as id from extraction
    join extraction as earlier on earlier.document_id = extraction.document_id
    join weighed on weighed.article_id = earlier.article_id
    where extraction.article_id = ${articleId} and weighed.article_id <> ${articleId}
      and not exists (select from current_extraction where current_extraction.article_id = weighed.article_id)
    order by id`,
  )
  return rows.map(({ id }) => id)
}
