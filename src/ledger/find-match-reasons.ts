import { sql } from 'drizzle-orm'
import type { ClaimQuery, ClaimQueryList } from '../records/claim-query.ts'
import { toFacetKey } from '../records/facet.ts'
import type { MatchReason } from '../records/situation-counts.ts'
import { facetKindsOf } from './claim-conditions.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

/** By what each of these claims, which the query chooses, fulfils it: one reason for each thing that it names. */
export async function findMatchReasons(
  ledger: Ledger,
  query: ClaimQuery,
  claimIds: readonly string[],
): Promise<Map<string, MatchReason[]>> {
  const rows = await findRows<{ id: string; kind: string; key: string; name: string }>(
    ledger.db,
    sql`
    select claim_id as id, kind, key, name from claim_facet join facet on facet.id = facet_id
    where claim_id = any(${textArray(claimIds)}) order by claim_id, kind, key`,
  )
  const words = query.words.trim()
  return new Map(
    claimIds.map((claimId) => {
      const own = rows.filter(({ id }) => id === claimId)
      const reasons: MatchReason[] = words === '' ? [] : [{ part: 'words', asked: words, found: null }]
      for (const part of Object.keys(facetKindsOf) as ClaimQueryList[]) {
        const kinds: readonly string[] = facetKindsOf[part]
        for (const asked of query[part]) {
          const key = ` ${toFacetKey(asked)} `
          const found = own.find((facet) => kinds.includes(facet.kind) && ` ${facet.key} `.includes(key))
          if (found) reasons.push({ part, asked, found: found.name })
        }
      }
      return [claimId, reasons]
    }),
  )
}
