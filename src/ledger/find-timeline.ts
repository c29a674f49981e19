import { type SQL, sql } from 'drizzle-orm'
import { allClaims } from '../records/claim-query.ts'
import type { ClaimSummary } from '../records/claim-summary.ts'
import type { Timeline } from '../records/timeline.ts'
import { type ClaimChoice, toConditions } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

export interface TimelineQuery extends ClaimChoice {
  /** PLOVER types; of any when empty. */
  readonly types: readonly string[]
  /** Only events that may have happened on this day or later, `2026-03-04`. */
  readonly from: string | null
  /** Only events that may have happened on this day or earlier. */
  readonly to: string | null
}

/** As many as a screen can show; the rest are counted. */
const mostEvents = 1000
const mostUndated = 100

interface EventsRow extends Pick<Timeline, 'eventCount' | 'undatedCount' | 'outsideCount'> {
  readonly events: ClaimSummary[]
  readonly undated: ClaimSummary[]
  readonly types: { type: string; events: number }[]
}

/** The events of a choice at when they happened, and the articles that tell it at when they appeared. */
export async function findTimeline(ledger: Ledger, query: TimelineQuery): Promise<Timeline> {
  const [events] = await findRows<EventsRow>(ledger.db, eventsQuery(query))
  if (events === undefined) throw new Error('The ledger did not count a timeline.')
  const days = await findRows<{ day: string | null; own: number; copies: number }>(
    ledger.db,
    reportsQuery(query),
  )
  return {
    ...events,
    reports: days.flatMap(({ day, own, copies }) => (day === null ? [] : { day, own, copies })),
    undatedReports: days
      .filter(({ day }) => day === null)
      .reduce((sum, { own, copies }) => sum + own + copies, 0),
  }
}

// A summary is JSON, which is parsed at every look: once, here.
function eventsQuery({ types, from, to, ...choice }: TimelineQuery): SQL {
  const isOfType = types.length === 0 ? sql`true` : sql`type = any(${textArray(types)})`
  return sql`
    with chosen as materialized (
      select id, summary, origin_count, summary->>'eventType' as type,
        summary->'day'->>'from' as first_day, summary->'day'->>'to' as last_day
      from claim where claim.kind = 'event' and ${toConditions(choice)}
    ),
    typed as (select * from chosen where ${isOfType}),
    undated as (select * from typed where first_day is null and last_day is null),
    dated as (select * from typed where first_day is not null or last_day is not null),
    inside as (
      select * from dated
      where (${from}::text is null or last_day is null or last_day >= ${from}::text)
        and (${to}::text is null or first_day is null or first_day <= ${to}::text)
    )
    select
      (
        select coalesce(json_agg(summary order by origin_count desc, coalesce(first_day, last_day), id), '[]')
        from (select * from inside order by origin_count desc, coalesce(first_day, last_day), id limit ${mostEvents})
          as listed
      ) as events,
      (select count(*)::int from inside) as "eventCount",
      (
        select coalesce(json_agg(summary order by origin_count desc, id), '[]')
        from (select * from undated order by origin_count desc, id limit ${mostUndated}) as listed
      ) as undated,
      (select count(*)::int from undated) as "undatedCount",
      (select count(*)::int from dated) - (select count(*)::int from inside) as "outsideCount",
      (
        select coalesce(json_agg(json_build_object('type', type, 'events', events) order by events desc, type), '[]')
        from (select type, count(*)::int as events from chosen where type is not null group by type) as counted
      ) as types`
}

function reportsQuery({ types, queries = [], ...choice }: TimelineQuery): SQL {
  const ofTypes = types.length === 0 ? [] : [{ ...allClaims, types }]
  return sql`
    with telling as (
      select claim.id, report.article_id, bool_or(claim_copy.report_id is not null) as is_copy
      from claim
      join claim_report on claim_report.claim_id = claim.id
      join report on report.id = claim_report.report_id
      left join claim_copy on claim_copy.claim_id = claim.id and claim_copy.report_id = report.id
      where ${toConditions({ ...choice, queries: [...queries, ...ofTypes] })}
      group by claim.id, report.article_id
    ),
    told_in as (select article_id, bool_and(is_copy) as is_copy from telling group by article_id)
    select to_char((published_at at time zone 'UTC')::date, 'YYYY-MM-DD') as day,
      (count(*) filter (where not is_copy))::int as own, (count(*) filter (where is_copy))::int as copies
    from told_in join article on article.id = told_in.article_id
    group by 1 order by 1`
}
