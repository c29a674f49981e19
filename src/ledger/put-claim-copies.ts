import { sql } from 'drizzle-orm'
import type { Claim } from '../records/claim.ts'
import { insertRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { claimCopy } from './schema.ts'
import { textArray } from './to-array.ts'

/** Puts which reports of these claims are copies where it was otherwise. */
export async function putClaimCopies(
  transaction: LedgerTransaction,
  claims: readonly Claim[],
): Promise<void> {
  if (claims.length === 0) return
  const ids = claims.map(({ id }) => id)
  await transaction.execute(sql`delete from claim_copy where claim_id = any(${textArray(ids)})`)
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
