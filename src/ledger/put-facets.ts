import { sql } from 'drizzle-orm'
import type { Claim } from '../records/claim.ts'
import { findRows } from './find-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { replaceRows } from './replace-rows.ts'
import { claimFacet } from './schema.ts'
import { toFacets } from './to-facets.ts'
import { toStorableJson } from './to-storable-json.ts'
import { toStorableText } from './to-storable-text.ts'

/** Puts what these claims are looked up by where it was another; what nothing has any more keeps its row. */
export async function putFacets(transaction: LedgerTransaction, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return
  const facetsOf = claims.map((claim) => ({ claim, facets: toFacets(claim) }))
  const distinct = new Map(
    facetsOf.flatMap(({ facets }) => facets.map((facet) => [`${facet.kind} ${facet.key}`, facet] as const)),
  )
  const wanted = toStorableJson([...distinct.values()])
  const told = sql`json_to_recordset(${wanted}::json) as told (kind text, key text, name text)`
  await transaction.execute(sql`
    insert into facet (kind, key, name) select kind, key, name from ${told} on conflict (kind, key) do nothing`)
  const rows = await findRows<{ id: number; kind: string; key: string }>(
    transaction,
    sql`select facet.id, facet.kind, facet.key from ${told}
      join facet on facet.kind = told.kind and facet.key = told.key`,
  )
  const idOf = new Map(rows.map(({ id, kind, key }) => [`${kind} ${key}`, id]))
  const ids = claims.map(({ id }) => id)
  await replaceRows(
    transaction,
    claimFacet,
    ids,
    facetsOf.flatMap(({ claim, facets }) =>
      facets.flatMap(({ kind, key }) => {
        const facetId = idOf.get(`${toStorableText(kind)} ${toStorableText(key)}`)
        return facetId === undefined ? [] : [{ facetId, claimId: claim.id }]
      }),
    ),
  )
}
