import { sql } from 'drizzle-orm'
import type { Claim } from '../records/claim.ts'
import { findClaimRows, toClaim } from './find-claims.ts'
import { getFullId, idPlaces } from './get-full-id.ts'
import type { Ledger } from './ledger.ts'
import { withLetters } from './with-letters.ts'

/**
 * The claim of this id with all its reports; any beginning of the id will do, from 4 digits, that no other has.
 *
 * A claim has the id of its earliest report, and another once an earlier one is found: the id of any of its reports leads
 * to it too, so that no link to it dies as long as what it was named after is told.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several claims begin so.
 */
export async function getClaim(ledger: Ledger, id: string): Promise<Claim> {
  const claimId = await getFullId(ledger, id, idPlaces.claim)
  const [row] = await findClaimRows(ledger.db, sql`where claim.id = ${claimId}`)
  if (row === undefined) throw new Error(`The claim ${claimId} went away.`)
  const [claim = toClaim(row)] = await withLetters(ledger.db, [toClaim(row)])
  return claim
}
