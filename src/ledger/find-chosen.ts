import { sql } from 'drizzle-orm'
import type { Claim } from '../records/claim.ts'
import type { ClaimQuery } from '../records/claim-query.ts'
import { toClaimConditions } from './claim-conditions.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { toFacets } from './to-facets.ts'
import { toInstant } from './to-instant.ts'
import { toStorableText } from './to-storable-text.ts'

/**
 * Ids of those among these claims that a query chooses. They need not be in the ledger: tables of the same names stand in
 * for its own, so that the conditions are the very ones that choose claims of the ledger.
 */
export async function findChosen(
  ledger: Ledger,
  query: ClaimQuery,
  claims: readonly Claim[],
): Promise<Set<string>> {
  if (claims.length === 0) return new Set()
  const facets = claims.flatMap((claim) => toFacets(claim).map((facet) => ({ ...facet, claim: claim.id })))
  const rows = claims.map(({ id, kind, proposition, source, provenance, disagreements, reports }) => ({
    id,
    kind,
    proposition,
    source,
    origins: provenance.independent,
    disagreements: disagreements.filter(({ isUpdate }) => !isUpdate).length,
    first: toInstant(reports[0]?.publishedAt ?? null),
    last: toInstant(reports.findLast(({ publishedAt }) => publishedAt !== null)?.publishedAt ?? null),
  }))
  const chosen = await findRows<{ id: string }>(
    ledger.db,
    sql`
    with claim as (
      select id, kind, origins as origin_count, disagreements as disagreement_count,
        "first" as first_published_at, "last" as last_published_at,
        to_tsvector('english', left(proposition, 10000) || ' ' || left(coalesce(source, ''), 1000)) as search
      from json_to_recordset(${toJson(rows)}::json) as given (
        id text, kind text, proposition text, source text, origins int, disagreements int,
        "first" timestamptz, "last" timestamptz
      )
    ),
    named as (
      select (dense_rank() over (order by kind, key))::int as id, kind, key, claim
      from json_to_recordset(${toJson(facets)}::json) as given (kind text, key text, claim text)
    ),
    facet as (select distinct id, kind, key, string_to_array(key, ' ') as words from named),
    claim_facet as (select id as facet_id, claim as claim_id from named)
    select id from claim where ${sql.join([sql`true`, ...toClaimConditions(query)], sql` and `)}`,
  )
  return new Set(chosen.map(({ id }) => id))
}

const toJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'string' ? toStorableText(value) : value))
