import { getTableName, sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { ledgerTables } from './ledger-tables.ts'

/** How much a ledger holds. */
export interface LedgerCounts {
  readonly documents: number
  /** Current ones: what the lists show. */
  readonly articles: number
  /** Current articles that were read. */
  readonly readings: number
  /** In the current readings of the current articles, as the events are. */
  readonly statements: number
  readonly events: number
  readonly stories: number
  readonly claims: number
  /** Behind which two independent origins stand, or more. */
  readonly corroborated: number
  /** Current articles that were read and are not weighed, those included on which weighing failed. */
  readonly unweighed: number
  /** What is followed, and what was paused or is gone. */
  readonly feeds: number
  /** Feeds that did not answer as they should the last time. */
  readonly failingFeeds: number
  /** Of the tables with their indices, as they lie on the disk. */
  readonly sizeBytes: number
}

export async function countLedger(ledger: Ledger): Promise<LedgerCounts> {
  const names = sql.join(
    ledgerTables.map((table) => sql`${getTableName(table)}`),
    sql`, `,
  )
  const [counts] = await findRows<LedgerCounts>(
    ledger.db,
    sql`
    with shown as (select distinct article_id from current_extraction)
    select
      (select count(*) from document)::int as documents,
      (select count(*) from shown)::int as articles,
      count(*)::int as readings,
      coalesce(sum(statement_count), 0)::int as statements,
      coalesce(sum(event_count), 0)::int as events,
      (select count(*) from story)::int as stories,
      (select count(*) from claim)::int as claims,
      (select count(*) from claim where -origin_count <= -2)::int as corroborated,
      (select count(*) from feed)::int as feeds,
      (select count(*) from feed where failure_count > 0)::int as "failingFeeds",
      (count(*) - count(weighed.article_id))::int as unweighed,
      (
        select coalesce(sum(pg_total_relation_size(oid)), 0)::float8 from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname in (${names})
      ) as "sizeBytes"
    from shown
    join current_reading on current_reading.article_id = shown.article_id
    join reading on reading.id = current_reading.reading_id
    left join weighed on weighed.article_id = shown.article_id and weighed.reading_id = reading.id
      and weighed.problem is null`,
  )
  if (counts === undefined) throw new Error('The ledger did not count itself.')
  return counts
}
