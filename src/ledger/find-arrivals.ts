import { type SQL, sql } from 'drizzle-orm'
import type { ClaimQuery } from '../records/claim-query.ts'
import { type Report, reportSchema } from '../records/report.ts'
import { chooseClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

/**
 * Articles of which no document was in the ledger at an instant. By the bytes and not by the article: what a better
 * extractor takes out of an old page is another article, and no news.
 */
const cameAfter = (since: string): SQL => sql`
  select distinct extraction.article_id from document
  join extraction on extraction.document_id = document.id
  where document.added_at > ${since}::timestamptz and not exists (
    select from extraction as known join document as before on before.id = known.document_id
    where known.article_id = extraction.article_id and before.added_at <= ${since}::timestamptz
  )`

/**
 * Ids of the claims of a query about which something may have come since an instant: those that a new article reports, and
 * those that stand against such a one. That of the newest report first; `count` is how many there are in all.
 */
export async function findClaimsWithArrivals(
  ledger: Ledger,
  query: ClaimQuery,
  since: string,
  limit: number,
): Promise<{ ids: string[]; count: number }> {
  const rows = await findRows<{ id: string; count: number }>(
    ledger.db,
    sql`
    with fresh as materialized (${cameAfter(since)}),
    told as materialized (
      select distinct claim_id as id from fresh join claim_article on claim_article.article_id = fresh.article_id
    ),
    opposed as (
      select disagreement->>'otherClaim' as id from told
      join claim on claim.id = told.id and claim.disagreement_count > 0,
      json_array_elements(claim.record->'disagreements') as disagreement
    )
    select claim.id, (count(*) over ())::int as count from claim
    where claim.id in (select id from told union select id from opposed where id is not null)
      and ${await chooseClaims(ledger, { queries: [query] })}
    order by last_published_at desc nulls last, claim.id limit ${limit}`,
  )
  return { ids: rows.map(({ id }) => id), count: rows[0]?.count ?? 0 }
}

/** An article that came after an instant, and which version of its page was known by then; null where none was. */
export interface Arrival {
  readonly articleId: string
  readonly knownArticleId: string | null
}

/** Those among these articles that came after an instant. */
export async function findArrivals(
  ledger: Ledger,
  articleIds: Iterable<string>,
  since: string,
): Promise<Arrival[]> {
  return findRows<Arrival>(
    ledger.db,
    sql`
    with fresh as materialized (${cameAfter(since)} and extraction.article_id = any(${textArray(articleIds)}))
    select fresh.article_id as "articleId", (
      select earlier.article_id from extraction
      join sighting on sighting.document_id = extraction.document_id
      join sighting as other on other.page_id = sighting.page_id
      join document on document.id = other.document_id and document.added_at <= ${since}::timestamptz
      join extraction as earlier on earlier.document_id = document.id
      where extraction.article_id = fresh.article_id
      order by other.collected_at desc, earlier.seq desc limit 1
    ) as "knownArticleId"
    from fresh order by fresh.article_id`,
  )
}

/** The reports of these ids. */
export async function findReports(ledger: Ledger, reportIds: Iterable<string>): Promise<Report[]> {
  const rows = await findRows<{ record: unknown }>(
    ledger.db,
    sql`select record from report where id = any(${textArray(new Set(reportIds))})`,
  )
  return rows.map(({ record }) => reportSchema.parse(record))
}

/**
 * Up to when all that came is weighed: when the first article came that is not, or now.
 *
 * Reads the list of articles.
 */
export async function getWeighedUntil(ledger: Ledger): Promise<string> {
  const [row] = await findRows<{ until: string }>(
    ledger.db,
    sql`
    select ${isoInstant(sql`coalesce((
      select min(document.added_at) - interval '1 millisecond' from article
      join extraction on extraction.article_id = article.id
      join document on document.id = extraction.document_id
      where not exists (select from weighed where weighed.article_id = article.id)
        and exists (select from current_reading where current_reading.article_id = article.id)
        and exists (select from current_extraction where current_extraction.article_id = article.id)
    ), now())`)} as until`,
  )
  if (row === undefined) throw new Error('The ledger did not tell the time.')
  return row.until
}
