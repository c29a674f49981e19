import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ClaimQuery } from '../records/claim-query.ts'
import { chooseClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { textArray } from './to-array.ts'

export interface ChangesQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** Only changes that were seen at this instant or later, ISO 8601. */
  readonly since?: string | null
  /** Only changes of which the later version came into the ledger, or was seen, after this instant, ISO 8601. */
  readonly cameSince?: string | null
  /** Only of pages that tell a claim which this chooses. */
  readonly ofClaims?: ClaimQuery | null
  /** Only of this outlet, as the article names it, whatever its capitals. */
  readonly outlet?: string | null
  /** Only of the page of this article, whichever version it is. */
  readonly articleId?: string | null
  /** Only of these pages. */
  readonly pageIds?: readonly string[] | null
  /** Only those that no words on the page admit. */
  readonly isSilent?: boolean
  /** Also those in style alone, and those that another version of our rules may have made. */
  readonly withTrivial?: boolean
}

/** Where a page changed, without what. */
export interface StoredChange {
  readonly id: string
  readonly pageId: string
  readonly beforeArticleId: string
  readonly afterArticleId: string
  readonly beforeWhere: string
  readonly afterWhere: string
  readonly beforeAt: string
  readonly afterAt: string
}

const positionSchema = z.tuple([z.iso.datetime(), z.string().regex(/^[0-9a-f]{32}$/)])

const columns = sql`page_change.id, page_id as "pageId", before_article_id as "beforeArticleId",
  after_article_id as "afterArticleId", before_where as "beforeWhere", after_where as "afterWhere",
  ${isoInstant(sql`before_at`)} as "beforeAt", ${isoInstant(sql`after_at`)} as "afterAt"`

/**
 * Changes of pages, those that were seen last first.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findPageChanges(
  ledger: Ledger,
  query: ChangesQuery = {},
): Promise<{ changes: StoredChange[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const conditions: SQL[] = [sql`true`]
  if (query.withTrivial !== true) conditions.push(sql`not is_trivial and is_comparable`)
  if (query.isSilent === true) conditions.push(sql`not is_admitted`)
  if (query.since) conditions.push(sql`after_at >= ${query.since}::timestamptz`)
  if (query.cameSince)
    conditions.push(sql`(after_at > ${query.cameSince}::timestamptz or not exists (
      select from extraction join document on document.id = extraction.document_id
      where extraction.article_id = after_article_id and document.added_at <= ${query.cameSince}::timestamptz
    ))`)
  if (query.ofClaims)
    conditions.push(sql`exists (
      select from sighting
      join extraction on extraction.document_id = sighting.document_id
      join claim_article on claim_article.article_id = extraction.article_id
      join claim on claim.id = claim_article.claim_id
      where sighting.page_id = page_change.page_id
        and ${await chooseClaims(ledger, { queries: [query.ofClaims] })}
    )`)
  if (query.outlet)
    conditions.push(
      sql`exists (select from article where article.id = after_article_id and lower(outlet) = lower(${query.outlet}))`,
    )
  if (query.articleId)
    conditions.push(sql`page_id in (
      select sighting.page_id from extraction join sighting on sighting.document_id = extraction.document_id
      where extraction.article_id = ${query.articleId}
    )`)
  if (query.pageIds) conditions.push(sql`page_id = any(${textArray(query.pageIds)})`)
  if (query.cursor) {
    const [instant, id] = parseCursor(query.cursor, positionSchema)
    conditions.push(sql`(after_at, page_change.id) < (${instant}::timestamptz, ${id})`)
  }
  const rows = await findRows<StoredChange>(
    ledger.db,
    sql`select ${columns} from page_change where ${sql.join(conditions, sql` and `)}
      order by after_at desc, page_change.id desc limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return { changes: page, nextCursor: last && toCursor([last.afterAt, last.id]) }
}

/** The pages with a change that is none of style alone, among the pages of these articles. */
export async function findChangedPages(ledger: Ledger, articleIds: Iterable<string>): Promise<string[]> {
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`select distinct sighting.page_id as id from extraction
      join sighting on sighting.document_id = extraction.document_id
      where extraction.article_id = any(${textArray(articleIds)}) and exists (
        select from page_change where page_change.page_id = sighting.page_id and not is_trivial and is_comparable
      ) order by id`,
  )
  return rows.map(({ id }) => id)
}

/** The articles of these ids, each with the id of its current reading, null where it was never read. */
export async function findCurrentReadings(
  ledger: Ledger,
  articleIds: Iterable<string>,
): Promise<
  Map<string, { readonly readingId: string | null; readonly record: unknown; readonly reading: unknown }>
> {
  const rows = await findRows<{
    id: string
    readingId: string | null
    record: unknown
    reading: unknown
  }>(
    ledger.db,
    sql`select article.id, reading.id as "readingId", article.record, reading.record as reading from article
      left join current_reading on current_reading.article_id = article.id
      left join reading on reading.id = current_reading.reading_id
      where article.id = any(${textArray(new Set(articleIds))})`,
  )
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
