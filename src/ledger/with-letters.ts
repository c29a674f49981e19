import type { Claim } from '../records/claim.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import { findLetters } from './find-letters.ts'
import type { LedgerDatabase } from './ledger.ts'

/**
 * Claims whose reports have the letters that analysts gave their outlets; these take the place of those in the analyst’s
 * own table, the latest first of all. Looked up when asked for: a letter changes nothing that is weighed.
 */
export async function withLetters(db: LedgerDatabase, claims: readonly Claim[]): Promise<Claim[]> {
  const given = new Map((await findLetters(db)).map(({ name, letter }) => [toOutletKey(name), letter]))
  if (given.size === 0) return [...claims]
  return claims.map((claim) => ({
    ...claim,
    reports: claim.reports.map((report) => {
      const letter = report.outlet === null ? undefined : given.get(toOutletKey(report.outlet))
      return letter === undefined ? report : { ...report, reliability: letter }
    }),
  }))
}
