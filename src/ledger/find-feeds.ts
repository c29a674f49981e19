import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type FollowedFeed, followedFeedSchema } from '../records/feed.ts'
import { findRows } from './find-rows.ts'
import { getFullId, idPlaces } from './get-full-id.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { feed } from './schema.ts'

const positionSchema = z.tuple([z.string().regex(/^\d{1,18}$/)])

/** What is followed, in the order in which it was added. */
export async function findFeeds(
  ledger: Ledger,
  query: { readonly limit?: number; readonly cursor?: string | null } = {},
): Promise<{ feeds: FollowedFeed[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 200)
  const after = query.cursor ? parseCursor(query.cursor, positionSchema)[0] : '0'
  const rows = await findFeedRows(
    ledger,
    sql`where feed.seq > ${after}::bigint order by feed.seq limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return { feeds: page.map(toFeed), nextCursor: last && toCursor([last.seq]) }
}

/** All that is followed, in the order in which it was added. */
export async function findAllFeeds(ledger: Ledger): Promise<FollowedFeed[]> {
  return (await findFeedRows(ledger, sql`order by feed.seq`)).map(toFeed)
}

/** What is followed and named more articles of this outlet than of any other; in the order in which it was added. */
export async function findFeedsOf(ledger: Ledger, outletKey: string): Promise<FollowedFeed[]> {
  const rows = await findFeedRows(ledger, sql`where outlet->>'key' = ${outletKey} order by feed.seq`)
  return rows.map(toFeed)
}

/**
 * What is followed under this id; any beginning of it will do, from 4 digits.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several begin so.
 */
export async function getFeed(ledger: Ledger, id: string): Promise<FollowedFeed> {
  const feedId = await getFullId(ledger, id, idPlaces.feed)
  const [row] = await findFeedRows(ledger, sql`where feed.id = ${feedId}`)
  if (row === undefined) throw new Error(`Feed ${feedId} went away.`)
  return toFeed(row)
}

interface FeedRow extends FollowedFeed {
  readonly seq: string
}

function toFeed({ seq: _seq, ...row }: FeedRow): FollowedFeed {
  return followedFeedSchema.parse(row)
}

const findFeedRows = (ledger: Ledger, which: SQL): Promise<FeedRow[]> =>
  findRows<FeedRow>(
    ledger.db,
    sql`
    select feed.id, feed.seq::text as seq, address, kind, format, title, site_url as "siteUrl", language, state,
      interval_seconds as "intervalSeconds", failure_count as "failureCount", problem,
      ${isoInstant(feed.nextAt)} as "nextAt", ${isoInstant(feed.lastTriedAt)} as "lastTriedAt",
      ${isoInstant(feed.lastSuccessAt)} as "lastSuccessAt", ${isoInstant(feed.lastNewAt)} as "lastNewAt",
      ${isoInstant(feed.addedAt)} as "addedAt", pages, articles, waiting, failing, outlet
    from feed
    cross join lateral (
      select count(*)::int as pages, count(article_id)::int as articles,
        count(*) filter (where success_count = 0 and failure_count = 0 and next_at is not null)::int as waiting,
        count(*) filter (where failure_count > 0)::int as failing
      from feed_visit join visit on visit.id = visit_id where feed_visit.feed_id = feed.id
    ) as named
    left join lateral (
      select json_build_object('key', key, 'name', (select min(name) from outlet_name where outlet_name.key = owned.key))
        as outlet
      from (
        select key from feed_visit join visit on visit.id = visit_id
        join outlet_article on outlet_article.article_id = visit.article_id
        where feed_visit.feed_id = feed.id group by key order by count(*) desc, key limit 1
      ) as owned
    ) as publishing on true
    ${which}`,
  )
