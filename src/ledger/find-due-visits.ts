import { sql } from 'drizzle-orm'
import type { DocumentHints } from '../records/document.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { visit } from './schema.ts'
import { textArray } from './to-array.ts'

/** A page that is to be fetched. */
export interface DueVisit {
  readonly id: string
  readonly address: string
  readonly host: string
  readonly hints: DocumentHints | null
  readonly etag: string | null
  readonly lastModified: string | null
  readonly firstNamedAt: string
  readonly lastChangedAt: string | null
  readonly successCount: number
  readonly failureCount: number
  readonly articleId: string | null
  /** A feed that names it; the one followed longest. */
  readonly feedId: string | null
}

/** Pages whose time has come, the longest due first; with `feedIds` only those that one of these feeds names. */
export function findDueVisits(
  ledger: Ledger,
  now: string,
  limit: number,
  feedIds: readonly string[] | null = null,
): Promise<DueVisit[]> {
  const ofFeeds =
    feedIds === null
      ? sql``
      : sql`and exists (
          select from feed_visit where visit_id = visit.id and feed_id = any(${textArray(feedIds)}))`
  return findRows<DueVisit>(
    ledger.db,
    sql`
    select id, address, host, hints, etag, last_modified as "lastModified",
      ${isoInstant(visit.firstNamedAt)} as "firstNamedAt", ${isoInstant(visit.lastChangedAt)} as "lastChangedAt",
      success_count as "successCount", failure_count as "failureCount", article_id as "articleId",
      (
        select feed_id from feed_visit join feed on feed.id = feed_id
        where visit_id = visit.id order by feed.seq limit 1
      ) as "feedId"
    from visit
    where next_at <= ${now}::timestamptz ${ofFeeds}
    order by next_at, seq limit ${limit}`,
  )
}

/** The text that a feed carries of a page, as markup; null when it carries none or the page was had. */
export async function getFeedContent(ledger: Ledger, visitId: string): Promise<string | null> {
  const [found] = await findRows<{ content: string | null }>(
    ledger.db,
    sql`select content from visit where id = ${visitId}`,
  )
  return found?.content ?? null
}
