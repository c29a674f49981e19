import { type SQL, sql } from 'drizzle-orm'
import { type ClaimChoice, chooseClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import { countDistinctOrigins } from './join-origins.ts'
import type { Ledger } from './ledger.ts'
import { intArray, textArray } from './to-array.ts'

export interface EventPlacesQuery extends ClaimChoice {
  /** PLOVER types; of any when empty. */
  readonly types: readonly string[]
}

/** A name under which events are told to have happened somewhere. */
export interface PlaceName {
  readonly facetId: number
  readonly name: string
}

/** That a name means a spot: in one claim, or wherever it stands (null). */
export interface Placing {
  readonly facetId: number
  readonly claimId: string | null
  readonly spot: string
}

/** What happened at a spot. */
export interface SpotCount {
  readonly spot: string
  readonly names: readonly string[]
  readonly claims: number
  readonly origins: number
  readonly claimIds: readonly string[]
}

const mostClaimIds = 50

const chosenEvents = async (ledger: Ledger, { types, ...choice }: EventPlacesQuery): Promise<SQL> => sql`
  chosen as materialized (
    select claim.id, origin_count from claim where claim.kind = 'event' and ${await chooseClaims(ledger, choice, 'event')}
      and ${types.length === 0 ? sql`true` : sql`event_type = any(${textArray(types)})`}
  )`

/** The names of the places where the events of a choice happened, and how many events name none. */
export async function findPlaceNames(
  ledger: Ledger,
  query: EventPlacesQuery,
): Promise<{ names: PlaceName[]; withoutPlace: number }> {
  const [row] = await findRows<{ names: PlaceName[]; withoutPlace: number }>(
    ledger.db,
    sql`
    with ${await chosenEvents(ledger, query)},
    at_place as materialized (
      select chosen.id, facet_id, facet.name from chosen
      join claim_facet on claim_facet.claim_id = chosen.id
      join facet on facet.id = facet_id and facet.kind = 'place'
    )
    select
      (
        select coalesce(json_agg(json_build_object('facetId', facet_id, 'name', name) order by facet_id), '[]')
        from (select distinct facet_id, name from at_place) as named
      ) as names,
      (select count(*)::int from chosen) - (select count(distinct id)::int from at_place) as "withoutPlace"`,
  )
  if (row === undefined) throw new Error('The ledger did not name places.')
  return row
}

/** Of whose countries the events of a choice speak that have any of these places: those of who acts in them and on whom. */
export const findCountriesSpokenOf = async (
  ledger: Ledger,
  query: EventPlacesQuery,
  facetIds: readonly number[],
): Promise<{ facetId: number; claimId: string; countries: string[] }[]> =>
  findRows(
    ledger.db,
    sql`
    with ${await chosenEvents(ledger, query)}
    select facet_id as "facetId", claim_facet.claim_id as "claimId",
      coalesce(json_agg(distinct country) filter (where country is not null), '[]') as countries
    from chosen join claim_facet on claim_facet.claim_id = chosen.id
    join claim_report on claim_report.claim_id = claim_facet.claim_id
    join report on report.id = claim_report.report_id and report.kind = 'event'
    join event on event.reading_id = report.reading_id and event.ordinal = report.ordinal
    cross join lateral (values (actor_country), (recipient_country)) as spoken (country)
    where facet_id = any(${intArray(facetIds)})
    group by 1, 2 order by 1, 2`,
  )

/** Counts the events of a choice by where the placings put them, those of most claims first. */
export async function countSpots(
  ledger: Ledger,
  query: EventPlacesQuery,
  placings: readonly Placing[],
): Promise<SpotCount[]> {
  const rows = await findRows<Omit<SpotCount, 'origins'> & { resting: (readonly string[])[] }>(
    ledger.db,
    sql`
    with ${await chosenEvents(ledger, query)},
    meant as materialized (
      select * from json_to_recordset(${JSON.stringify(placings)}::json)
        as told ("facetId" int, "claimId" text, spot text)
    ),
    placed as materialized (
      select spot, chosen.id, origin_count, facet.name from chosen
      join claim_facet on claim_facet.claim_id = chosen.id
      join meant on meant."facetId" = claim_facet.facet_id
        and (meant."claimId" is null or meant."claimId" = chosen.id)
      join facet on facet.id = claim_facet.facet_id
    ),
    counted as (
      select spot, count(*)::int as claims,
        (array_agg(id order by origin_count desc, id))[1:${mostClaimIds}::int] as claim_ids
      from (select distinct spot, id, origin_count from placed) as once group by spot
    ),
    rested as (
      select spot, json_agg(distinct to_jsonb(identities)) as resting
      from placed join claim_origin on claim_origin.claim_id = placed.id group by spot
    ),
    named as (select spot, json_agg(distinct name) as names from placed group by spot)
    select spot, names, claims, coalesce(resting, '[]') as resting, to_json(claim_ids) as "claimIds"
    from counted join named using (spot) left join rested using (spot)
    order by claims desc, spot`,
  )
  return rows.map(({ resting, ...spot }) => ({ ...spot, origins: countDistinctOrigins(resting) }))
}
