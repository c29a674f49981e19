import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'

/** That a place gave one article of a page from one collect to another. */
export interface SeenArticle {
  readonly sightingId: string
  readonly documentId: string
  readonly where: string
  readonly from: string
  readonly to: string
  readonly articleId: string
  /** A digest of title, text, byline and date of publication: the same for what a reader would call one version. */
  readonly content: string
  /** `name@version` of what took the text out, joined. */
  readonly stages: string
}

/** What was seen on a page, in order of time; documents that gave no article are left out. */
export async function findSeenVersions(ledger: Ledger, pageId: string): Promise<SeenArticle[]> {
  return findRows<SeenArticle>(
    ledger.db,
    sql`
    select sighting.id as "sightingId", sighting.document_id as "documentId", sighting."where",
      ${isoInstant(sql`sighting.collected_at`)} as "from", ${isoInstant(sql`sighting.last_collected_at`)} as "to",
      article.id as "articleId", array_to_string(stages, ',') as stages,
      md5(concat_ws(E'\\x01', coalesce(title, ''), coalesce(byline, ''), coalesce(published_value, ''), text)) as content
    from sighting
    join lateral (
      select article_id from extraction where extraction.document_id = sighting.document_id order by seq desc limit 1
    ) as newest on true
    join article on article.id = newest.article_id
    where sighting.page_id = ${pageId}
    order by sighting.collected_at, sighting.document_id`,
  )
}
