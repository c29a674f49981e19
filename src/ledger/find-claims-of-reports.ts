import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

/** The claims that these reports tell, by the reports’ ids; one that is in no claim is left out. */
export async function findClaimsOfReports(
  ledger: Ledger,
  reportIds: readonly string[],
): Promise<Map<string, string>> {
  if (reportIds.length === 0) return new Map()
  const rows = await findRows<{ reportId: string; claimId: string }>(
    ledger.db,
    sql`select report_id as "reportId", claim_id as "claimId" from claim_report
      where report_id = any(${textArray(reportIds)})`,
  )
  return new Map(rows.map(({ reportId, claimId }) => [reportId, claimId]))
}
