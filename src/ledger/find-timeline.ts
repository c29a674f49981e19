import { type SQL, sql } from 'drizzle-orm'
import type { ClaimSummary } from '../records/claim-summary.ts'
import type { Timeline } from '../records/timeline.ts'
import { answerOnce } from './answer-once.ts'
import { type ClaimChoice, chooseClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'
import { toldArticles } from './told-articles.ts'

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
const mostStatements = 500
const mostUndated = 100

interface EventsRow extends Pick<Timeline, 'eventCount' | 'undatedCount' | 'outsideCount'> {
  readonly events: ClaimSummary[]
  readonly undated: ClaimSummary[]
  readonly types: { type: string; events: number }[]
}

interface StatementsRow extends Pick<Timeline, 'statementCount' | 'undatedStatements'> {
  readonly statements: ClaimSummary[]
}

/**
 * The events of a choice at when they happened, its statements at the days on which they were said, and the articles that tell
 * of them at when they appeared.
 */
export const findTimeline = (ledger: Ledger, query: TimelineQuery): Promise<Timeline> =>
  answerOnce(ledger, ['timeline', query], () => drawTimeline(ledger, query))

async function drawTimeline(ledger: Ledger, query: TimelineQuery): Promise<Timeline> {
  const chosen = await chooseClaims(ledger, query, 'event')
  const [events] = await findRows<EventsRow>(ledger.db, eventsQuery(chosen, query))
  if (events === undefined) throw new Error('The ledger did not count a timeline.')
  // Only events have a type: where types are asked for, statements and their articles are not meant.
  const [statements = noStatements] =
    query.types.length > 0
      ? []
      : await findRows<StatementsRow>(
          ledger.db,
          statementsQuery(await chooseClaims(ledger, query, 'statement'), query),
        )
  const days = await findRows<{ day: string | null; own: number; copies: number }>(
    ledger.db,
    reportsQuery(
      query.types.length > 0 ? sql`claim.kind = 'event' and ${chosen}` : await chooseClaims(ledger, query),
      query,
    ),
  )
  return {
    ...events,
    ...statements,
    reports: days.flatMap(({ day, own, copies }) => (day === null ? [] : { day, own, copies })),
    undatedReports: days
      .filter(({ day }) => day === null)
      .reduce((sum, { own, copies }) => sum + own + copies, 0),
  }
}

const noStatements: StatementsRow = { statements: [], statementCount: 0, undatedStatements: 0 }

const mayBeWithin = ({ from, to }: Pick<TimelineQuery, 'from' | 'to'>) => sql`
  (${from}::text is null or last_day is null or last_day >= ${from}::text)
    and (${to}::text is null or first_day is null or first_day <= ${to}::text)`

/** The summaries of the first of the table `inside`: of most origins first, then in order of days. */
const listInside = (most: number) => sql`(
  select coalesce(json_agg(summary order by listed.origin_count desc, coalesce(listed.first_day, listed.last_day), id), '[]')
  from (select * from inside order by origin_count desc, coalesce(first_day, last_day), id limit ${most})
    as listed join claim using (id)
)`

// Only what the index `claim_view` holds is read of all; the summaries are those of the listed alone.
function eventsQuery(chosen: SQL, { types, from, to }: TimelineQuery): SQL {
  const isWithin = mayBeWithin({ from, to })
  const isOfType = types.length === 0 ? sql`true` : sql`type = any(${textArray(types)})`
  return sql`
    with chosen as materialized (
      select id, origin_count, event_type as type, first_day, last_day from claim where claim.kind = 'event' and ${chosen}
    ),
    typed as (select * from chosen where ${isOfType}),
    undated as (select * from typed where first_day is null and last_day is null),
    dated as (select * from typed where first_day is not null or last_day is not null),
    inside as (
      select * from dated where ${isWithin}
    )
    select
      ${listInside(mostEvents)} as events,
      (select count(*)::int from inside) as "eventCount",
      (
        select coalesce(json_agg(summary order by listed.origin_count desc, id), '[]')
        from (select * from undated order by origin_count desc, id limit ${mostUndated}) as listed join claim using (id)
      ) as undated,
      (select count(*)::int from undated) as "undatedCount",
      (select count(*)::int from dated) - (select count(*)::int from inside) as "outsideCount",
      (
        select coalesce(json_agg(json_build_object('type', type, 'events', events) order by events desc, type), '[]')
        from (select type, count(*)::int as events from chosen where type is not null group by type) as counted
      ) as types`
}

function statementsQuery(chosen: SQL, days: TimelineQuery): SQL {
  return sql`
    with chosen as materialized (
      select id, origin_count, first_day, last_day from claim where claim.kind = 'statement' and ${chosen}
    ),
    inside as (
      select * from chosen where (first_day is not null or last_day is not null) and ${mayBeWithin(days)}
    )
    select
      ${listInside(mostStatements)} as statements,
      (select count(*)::int from inside) as "statementCount",
      (select count(*)::int from chosen where first_day is null and last_day is null) as "undatedStatements"`
}

function reportsQuery(chosen: SQL, { types }: TimelineQuery): SQL {
  const isOfType = types.length === 0 ? sql`true` : sql`event_type = any(${textArray(types)})`
  return sql`
    with chosen as materialized (
      select id from claim where ${chosen} and ${isOfType}
    ),
    ${toldArticles}
    select to_char((published_at at time zone 'UTC')::date, 'YYYY-MM-DD') as day,
      (count(*) filter (where not is_copy))::int as own, (count(*) filter (where is_copy))::int as copies
    from told_in group by 1 order by 1`
}
