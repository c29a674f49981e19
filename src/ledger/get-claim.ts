import { sql } from 'drizzle-orm'
import type { Claim } from '../records/claim.ts'
import { HearsayError } from '../records/error.ts'
import { findClaimRows, toClaim } from './find-claims.ts'
import { findRows } from './find-rows.ts'
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
  const claimId = await findClaimId(ledger, id)
  const [row] = await findClaimRows(ledger.db, sql`where claim.id = ${claimId}`)
  if (row === undefined) throw new Error(`The claim ${claimId} went away.`)
  const [claim = toClaim(row)] = await withLetters(ledger.db, [toClaim(row)])
  return claim
}

async function findClaimId(ledger: Ledger, id: string): Promise<string> {
  try {
    return await getFullId(ledger, id, idPlaces.claim)
  } catch (error) {
    if (!(error instanceof HearsayError) || error.code !== 'not-found') throw error
    const claimId = await getClaimIdOfReport(ledger, id)
    if (claimId === null) throw error
    return claimId
  }
}

/** Null where no report has this id. */
async function getClaimIdOfReport(ledger: Ledger, id: string): Promise<string | null> {
  const prefix = id.toLowerCase()
  if (!/^[0-9a-f]{4,32}$/.test(prefix)) return null
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`select distinct claim_id as id from claim_report
      where report_id >= ${prefix} and report_id < ${`${prefix}g`} limit 2`,
  )
  // Reports of several claims begin so: more digits are needed, and a short id of a claim that is gone names none.
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}
