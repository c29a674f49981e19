import type { Claim } from '../records/claim.ts'
import { findLastingIdentities } from './join-origins.ts'
import type { LedgerTransaction } from './ledger.ts'
import { replaceRows } from './replace-rows.ts'
import { claimOrigin } from './schema.ts'

/** Puts the counted origins of these claims where other ones were. */
export async function putOrigins(transaction: LedgerTransaction, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return
  const ids = claims.map(({ id }) => id)
  await replaceRows(
    transaction,
    claimOrigin,
    ids,
    claims.flatMap(({ id: claimId, provenance: { origins } }) => {
      const counted = origins.filter(({ isCounted, side }) => isCounted && side === 'support')
      // Two of one claim that differ in what no id tells, an interest, are one here.
      return [...new Map(counted.map((origin) => [origin.id, origin])).values()].map((origin) => ({
        claimId,
        originId: origin.id.slice(0, 500),
        kind: origin.kind,
        name: origin.name?.slice(0, 500) ?? null,
        identities: findLastingIdentities(origin),
      }))
    }),
  )
}
