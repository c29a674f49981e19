import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { toFacetKey } from '../records/facet.ts'
import type { OutletSummary } from '../records/outlet-profile.ts'
import { answerOnce } from './answer-once.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { textArray } from './to-array.ts'

/** By what outlets can be put in order: of most first, or by name. */
export const outletOrders = ['articles', 'first', 'copied', 'copies', 'own', 'edits', 'name'] as const
export type OutletOrder = (typeof outletOrders)[number]

export interface OutletsQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** Words of the name, in any order; a part of a word is enough. */
  readonly words?: string
  /** Only outlets of these keys. */
  readonly keys?: readonly string[]
  /** `articles` when not given. */
  readonly order?: OutletOrder
}

/** What the ledger itself knows of an outlet; what a table says of it is not in it. */
export type CountedOutlet = Omit<OutletSummary, 'known' | 'health' | 'reliability'> & OutletSummary['health']

/** The shares of `first` and `own` are of what could be so; none where nothing could. */
const orders: Readonly<Record<OutletOrder, SQL>> = {
  articles: sql`articles`,
  first: sql`coalesce(first::float8 / nullif(shared, 0), 0)`,
  copied: sql`copied`,
  copies: sql`copies`,
  own: sql`coalesce(own::float8 / nullif(claims, 0), 0)`,
  edits: sql`"silentEdits"`,
  name: sql`0`,
}

const positionSchema = z.tuple([z.number(), z.string().regex(/^[^\0]*$/)])

/**
 * The outlets of the ledger’s weighed articles; articles that name no outlet are nobody’s.
 *
 * Following `nextCursor` until it is null gives every outlet once, as long as nothing is weighed meanwhile.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findOutlets(
  ledger: Ledger,
  query: OutletsQuery = {},
): Promise<{ outlets: CountedOutlet[]; nextCursor: string | null }> {
  // What is counted beside what was weighed: whose feeds are followed, how they fare, and what pages changed in silence.
  const [beside] = await findRows<{ feeds: string | null; named: string; edits: string }>(
    ledger.db,
    sql`select
      (select md5(string_agg(concat_ws(' ', id, state, failure_count > 0), ',' order by id)) from feed) as feeds,
      (select count(*)::text from feed_visit) as named,
      (select count(*)::text from page_change where not is_trivial and is_comparable and not is_admitted) as edits`,
  )
  return answerOnce(ledger, ['outlets', query, beside], () => countOutlets(ledger, query))
}

async function countOutlets(
  ledger: Ledger,
  query: OutletsQuery,
): Promise<{ outlets: CountedOutlet[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const order = orders[query.order ?? 'articles']
  const conditions = [sql`true`]
  for (const word of toFacetKey(query.words ?? '').split(' '))
    if (word !== '') conditions.push(sql`strpos(key, ${word}) > 0`)
  if (query.keys !== undefined) conditions.push(sql`key = any(${textArray(query.keys)})`)
  if (query.cursor !== undefined && query.cursor !== null) {
    const [value, key] = parseCursor(query.cursor, positionSchema)
    conditions.push(sql`(-(${order})::float8, key) > (${-value}::float8, ${key}::text)`)
  }
  const rows = await findRows<CountedOutlet & { readonly position: number }>(
    ledger.db,
    sql`select *, (${order})::float8 as position from (${allOutlets}) as outlet
      where ${sql.join(conditions, sql` and `)} order by -(${order})::float8, key limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return {
    outlets: page.map(({ position: _position, ...outlet }) => outlet),
    nextCursor: last && toCursor([last.position, last.key]),
  }
}

// A feed is that of the outlet of which it named most articles.
const allOutlets = sql`
  select counted.key, named.name, articles, ${isoInstant(sql`last_at`)} as "lastAt",
    coalesce(claim_count, 0) as claims, coalesce(shared_count, 0) as shared, coalesce(first_count, 0) as first,
    coalesce(own_count, 0) as own, coalesce(copied, 0) as copied, coalesce(copies, 0) as copies,
    coalesce(edits, 0) as "silentEdits", coalesce(feeds, 0) as feeds, coalesce(failing, 0) as failing,
    coalesce(paused, 0) as paused
  from (
    select key, count(*)::int as articles, max(at) as last_at from outlet_article group by key
  ) as counted
  join (select key, min(name) as name from outlet_name group by key) as named on named.key = counted.key
  left join outlet_tally on outlet_tally.key = counted.key
  left join (
    select giver as key, count(distinct giver_id)::int as copied from taken group by giver
  ) as given on given.key = counted.key
  left join (
    select taker as key, count(distinct taker_id)::int as copies from taken group by taker
  ) as took on took.key = counted.key
  left join (
    select outlet_name.key, count(*)::int as edits from page_change
    join article on article.id = after_article_id join outlet_name on outlet_name.written = article.outlet
    where not is_trivial and is_comparable and not is_admitted group by outlet_name.key
  ) as edited on edited.key = counted.key
  left join (
    select owned.key, count(*)::int as feeds,
      count(*) filter (where state = 'active' and failure_count > 0)::int as failing,
      count(*) filter (where state <> 'active')::int as paused
    from (
      select distinct on (feed_id) feed_id, key from (
        select feed_id, key, count(*) as articles from feed_visit
        join visit on visit.id = visit_id join outlet_article on outlet_article.article_id = visit.article_id
        group by feed_id, key
      ) as naming order by feed_id, articles desc, key
    ) as owned join feed on feed.id = owned.feed_id group by owned.key
  ) as followed on followed.key = counted.key`
