import { sql } from 'drizzle-orm'
import type { FollowedFeed } from '../records/feed.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { feed } from './schema.ts'
import { textArray } from './to-array.ts'

/** A feed that is to be asked, with what planning its next time needs. */
export interface DueFeed
  extends Pick<
    FollowedFeed,
    'id' | 'address' | 'kind' | 'title' | 'intervalSeconds' | 'failureCount' | 'lastSuccessAt' | 'lastNewAt'
  > {
  readonly etag: string | null
  readonly lastModified: string | null
}

/**
 * The active feeds whose time has come, the longest due first; with `feedIds` these, paused or not, whether it has
 * or not.
 */
export function findDueFeeds(
  ledger: Ledger,
  now: string,
  feedIds: readonly string[] | null,
): Promise<DueFeed[]> {
  return findRows<DueFeed>(
    ledger.db,
    sql`
    select id, address, kind, title, interval_seconds as "intervalSeconds", failure_count as "failureCount",
      ${isoInstant(feed.lastSuccessAt)} as "lastSuccessAt", ${isoInstant(feed.lastNewAt)} as "lastNewAt",
      etag, last_modified as "lastModified"
    from feed
    where ${feedIds === null ? sql`next_at <= ${now}::timestamptz` : sql`id = any(${textArray(feedIds)})`}
    order by next_at, seq`,
  )
}
