import { sql } from 'drizzle-orm'
import type { Claim } from '../records/claim.ts'
import { contentAddress } from './content-address.ts'
import { insertRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { claimCopy, claimEnd } from './schema.ts'
import { textArray } from './to-array.ts'

/** Puts what is counted of what these claims rest on where it was another: counted origins, and copied reports. */
export async function putClaimEnds(transaction: LedgerTransaction, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return
  const ids = textArray(claims.map(({ id }) => id))
  await transaction.execute(sql`delete from claim_end where claim_id = any(${ids})`)
  await transaction.execute(sql`delete from claim_copy where claim_id = any(${ids})`)
  await insertRows(
    transaction,
    claimEnd,
    claims.flatMap(({ id: claimId, provenance: { origins } }) =>
      [
        ...new Set(
          origins.filter(({ side, isCounted }) => side === 'support' && isCounted).map(({ id }) => id),
        ),
      ].map((id) => ({ claimId, originId: contentAddress(id) })),
    ),
  )
  await insertRows(
    transaction,
    claimCopy,
    claims.flatMap(({ id: claimId, provenance: { edges } }) =>
      [...new Set(edges.filter(({ why }) => why === 'copies').map(({ from }) => from))].map((reportId) => ({
        claimId,
        reportId,
      })),
    ),
  )
}
