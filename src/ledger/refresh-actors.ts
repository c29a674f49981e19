import { type SQL, sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import { inWeighing } from './in-weighing.ts'
import { countDistinctOrigins } from './join-origins.ts'
import type { Ledger, LedgerTransaction } from './ledger.ts'
import { textArray } from './to-array.ts'

/** Names whose numbers are made in one transaction. */
const namesAtOnce = 2000

/**
 * Counts those anew whom weighing touched since they were last counted; nothing is done where it touched nobody.
 *
 * Weighing only notes the names: to count “United States” with every article that names them would make each article
 * cost what all before it do. Most of a name’s cost is its reports: some 40 µs for each, 0.4 s for a name of 10,500.
 */
export async function refreshActors(ledger: Ledger): Promise<void> {
  for (;;) {
    const [stale] = await findRows<{ any: boolean }>(
      ledger.db,
      sql`select exists (select from actor_stale) as any`,
    )
    if (stale?.any !== true) return
    await inWeighing(ledger, async (transaction) => {
      // Else one name of 10,000 reports has every report of the ledger read.
      await transaction.execute(sql`
        select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`)
      const rows = await findRows<{ key: string }>(
        transaction,
        sql`delete from actor_stale where key in (select key from actor_stale order by key limit ${namesAtOnce})
          returning key`,
      )
      const keys = textArray(rows.map(({ key }) => key))
      await transaction.execute(sql`delete from actor where key = any(${keys})`)
      await transaction.execute(sql`
        insert into actor
        with named as (
          select key, mode() within group (order by name) as name, mode() within group (order by kind) as kind,
            (array_agg(role order by at desc nulls last, article_id) filter (where role is not null))[1] as role,
            mode() within group (order by country) as country,
            mode() within group (order by wikidata) as wikidata,
            count(*) as articles, max(at) as last_at
          from appearance where key = any(${keys}) group by key
        ), told as (
          select key, count(distinct claim_id) filter (where part = 'says' and stance <> 'silent') as statements,
            count(distinct claim_id) filter (where part in ('does', 'receives')) as events,
            count(distinct outlet) filter (where part = 'says') as outlets
          from part left join claim_report on claim_report.report_id = part.report_id
          where key = any(${keys}) group by key
        )
        select key, name, kind, role, country, wikidata, articles, coalesce(statements, 0), coalesce(events, 0),
          coalesce(outlets, 0), coalesce(counted.origins, 0), last_at
        from named left join told using (key)
        left join json_to_recordset(${JSON.stringify(await countOrigins(transaction, keys))}::json)
          as counted (key text, origins int) using (key)`)
    })
  }
}

/** How many different origins stand behind all claims in which each of these names has a part. */
async function countOrigins(
  transaction: LedgerTransaction,
  keys: SQL,
): Promise<{ readonly key: string; readonly origins: number }[]> {
  const rows = await findRows<{ key: string; origins: (readonly string[])[] }>(
    transaction,
    sql`select key, json_agg(distinct to_jsonb(identities)) as origins
      from part join claim_report on claim_report.report_id = part.report_id
      join claim_origin on claim_origin.claim_id = claim_report.claim_id
      where key = any(${keys}) group by key`,
  )
  return rows.map(({ key, origins }) => ({
    key,
    origins: countDistinctOrigins(origins),
  }))
}
