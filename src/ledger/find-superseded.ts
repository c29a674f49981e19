import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/**
 * Ids of the weighed articles that are no longer current, of those that were once taken out of the documents of this one or
 * are other versions of its pages.
 */
export async function findSuperseded(ledger: Ledger, articleId: string): Promise<string[]> {
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`
    with own as (select document_id from extraction where article_id = ${articleId}),
    document_of as (
      select document_id from own
      union
      select other.document_id from own
      join sighting on sighting.document_id = own.document_id
      join sighting as other on other.page_id = sighting.page_id
    )
    select distinct weighed.article_id as id from document_of
    join extraction as earlier on earlier.document_id = document_of.document_id
    join weighed on weighed.article_id = earlier.article_id
    where weighed.article_id <> ${articleId}
      and not exists (select from current_extraction where current_extraction.article_id = weighed.article_id)
    order by id`,
  )
  return rows.map(({ id }) => id)
}
