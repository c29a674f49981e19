import { findReports } from '../ledger/find-reports.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { replaceClaims } from '../ledger/replace-claims.ts'
import { groupClaims } from '../weigh/group-claims.ts'

/** Weighs every report in the ledger anew and replaces the claims; returns how many there are. */
export async function reweigh(ledger: Ledger): Promise<number> {
  const claims = groupClaims(await findReports(ledger))
  await replaceClaims(ledger, claims)
  return claims.length
}
