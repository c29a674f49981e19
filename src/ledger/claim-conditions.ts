import { type SQL, sql } from 'drizzle-orm'
import type { ClaimQuery, ClaimQueryList } from '../records/claim-query.ts'
import { type FacetKind, toFacetKey } from '../records/facet.ts'
import { textArray } from './to-array.ts'

/** The kinds of facet that each list of a query names. */
export const facetKindsOf: Readonly<Record<ClaimQueryList, readonly FacetKind[]>> = {
  actors: ['actor', 'source'],
  sources: ['source'],
  outlets: ['outlet'],
  types: ['type'],
  modalities: ['modality'],
  places: ['place'],
}

/** What the table `claim` must hold for a query; none where it chooses all. */
export function toClaimConditions(query: ClaimQuery): SQL[] {
  const conditions: SQL[] = []
  for (const [list, kinds] of Object.entries(facetKindsOf) as [ClaimQueryList, readonly FacetKind[]][]) {
    if (query[list].length > 0) conditions.push(sql`claim.id in (${claimsOf(kinds, query[list])})`)
    if (query.not[list].length > 0)
      conditions.push(sql`claim.id not in (${claimsOf(kinds, query.not[list])})`)
  }
  const words = query.words.replaceAll('\u0000', ' ').trim()
  if (words !== '') conditions.push(sql`claim.search @@ websearch_to_tsquery('english', ${words})`)
  if (query.minOrigins !== null) conditions.push(sql`-origin_count <= ${-query.minOrigins}::int`)
  if (query.after !== null)
    conditions.push(sql`last_published_at >= ${`${query.after}T00:00:00Z`}::timestamptz`)
  if (query.before !== null)
    conditions.push(sql`first_published_at < ${`${query.before}T00:00:00Z`}::timestamptz`)
  if (query.kind !== null) conditions.push(sql`claim.kind = ${query.kind}`)
  if (query.isDisputed !== null)
    conditions.push(query.isDisputed ? sql`disagreement_count > 0` : sql`disagreement_count = 0`)
  return conditions
}

/** The claims that have any of these names: each of whole words that follow each other in the key. */
function claimsOf(kinds: readonly FacetKind[], names: readonly string[]): SQL {
  const any = names.map((name) => {
    const key = toFacetKey(name)
    return sql`(words @> ${textArray(key.split(' '))} and strpos(' ' || key || ' ', ${` ${key} `}) > 0)`
  })
  return sql`
    select claim_id from claim_facet where facet_id = any(array(
      select id from facet where kind = any(${textArray(kinds)}) and (${sql.join(any, sql` or `)})
    ))`
}
