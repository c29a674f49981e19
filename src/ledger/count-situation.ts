import { type SQL, sql } from 'drizzle-orm'
import type { ClaimQuery } from '../records/claim-query.ts'
import type { DayCount, SituationCounts } from '../records/situation-counts.ts'
import { answerOnce } from './answer-once.ts'
import { chooseClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import { countDistinctOrigins } from './join-origins.ts'
import type { Ledger } from './ledger.ts'
import { toldArticles } from './told-articles.ts'

/** How many days a sparkline shows: as many points as can be told apart in the width of a table’s column. */
const daysShown = 60

const dayMs = 86_400_000

interface CountedSituation {
  readonly counts: SituationCounts
  readonly newArticles: number
}

interface CountRow extends Omit<SituationCounts, 'days' | 'earlier' | 'origins'> {
  /** The identities of the origins behind its claims. */
  readonly resting: (readonly string[])[]
  readonly newArticles: number
  readonly days: DayCount[]
}

/**
 * Counts what a query catches.
 *
 * @param since of what is new, ISO 8601; null when nothing is.
 */
export async function countSituation(
  ledger: Ledger,
  query: ClaimQuery,
  since: string | null = null,
): Promise<CountedSituation> {
  return answerOnce(ledger, ['situation', query, since], () => count(ledger, query, since))
}

async function count(ledger: Ledger, query: ClaimQuery, since: string | null): Promise<CountedSituation> {
  const [row] = await findRows<CountRow>(
    ledger.db,
    countQuery(await chooseClaims(ledger, { queries: [query] }), since),
  )
  if (row === undefined) throw new Error('The ledger did not count a situation.')
  const { newArticles, days, resting, ...counts } = row
  const origins = countDistinctOrigins(resting)
  return { counts: { ...counts, origins, ...lastDays(days) }, newArticles }
}

function countQuery(chosen: SQL, since: string | null): SQL {
  return sql`
    with chosen as materialized (
      select claim.id from claim where ${chosen}
    ),
    ${toldArticles},
    told as materialized (
      select is_copy, (published_at at time zone 'UTC')::date as day, (
        select min(document.added_at) from extraction join document on document.id = extraction.document_id
        where extraction.article_id = told_in.article_id
      ) as came_at
      from told_in
    )
    select
      (select count(*)::int from chosen) as claims,
      (select count(*)::int from told) as articles,
      (
        select count(distinct facet.id)::int from chosen
        join claim_facet on claim_facet.claim_id = chosen.id
        join facet on facet.id = claim_facet.facet_id and facet.kind = 'outlet'
      ) as outlets,
      (
        select coalesce(json_agg(distinct to_jsonb(identities)), '[]')
        from chosen join claim_origin on claim_origin.claim_id = chosen.id
      ) as resting,
      (select ${isoInstant(sql`max(came_at)`)} from told) as "lastAddedAt",
      (select count(*)::int from told where came_at > ${since}::timestamptz) as "newArticles",
      (select count(*)::int from told where day is null) as undated,
      (
        select coalesce(json_agg(json_build_object('day', day, 'own', own, 'copies', copies) order by day), '[]')
        from (
          select to_char(day, 'YYYY-MM-DD') as day, (count(*) filter (where not is_copy))::int as own,
            (count(*) filter (where is_copy))::int as copies
          from told where day is not null group by day
        ) as by_day
      ) as days`
}

/** The last days, and how many articles there were before them. */
function lastDays(days: readonly DayCount[]): Pick<SituationCounts, 'days' | 'earlier'> {
  const last = days.at(-1)
  if (last === undefined) return { days: [], earlier: 0 }
  const from = new Date(Date.parse(last.day) - (daysShown - 1) * dayMs).toISOString().slice(0, 10)
  const earlier = days.filter(({ day }) => day < from)
  return {
    days: days.filter(({ day }) => day >= from),
    earlier: earlier.reduce((sum, { own, copies }) => sum + own + copies, 0),
  }
}
