import { sql } from 'drizzle-orm'
import type { Claim } from '../records/claim.ts'
import { explainFailure } from './explain-failure.ts'
import { insertRows } from './insert-rows.ts'
import type { Ledger } from './ledger.ts'
import { claim as claimTable, report as reportTable } from './schema.ts'
import { toInstant } from './to-instant.ts'

/**
 * Puts these claims, with their reports, in the place of all that were there; readers see the old ones until
 * the new ones are complete. A report stands in one claim at most.
 */
export async function replaceClaims(ledger: Ledger, claims: readonly Claim[]): Promise<void> {
  const claimRows = claims.map(({ reports, ...record }) => ({
    id: record.id,
    kind: record.kind,
    proposition: record.proposition,
    source: record.source,
    outletCount: record.outlets.length,
    reportCount: reports.length,
    firstPublishedAt: toInstant(record.firstPublishedAt),
    record,
  }))
  const reportRows = claims.flatMap((claim) =>
    claim.reports.map((record, position) => ({
      id: record.id,
      claimId: claim.id,
      position,
      articleId: record.articleId,
      readingId: record.readingId,
      kind: record.kind,
      ordinal: record.ordinal,
      outlet: record.outlet,
      record,
    })),
  )
  await explainFailure(async () => {
    await ledger.db.transaction(async (transaction) => {
      // Two processes that weigh at the same time: the later one replaces all that the earlier one wrote.
      await transaction.execute(sql`lock table claim in share row exclusive mode`)
      await transaction.delete(reportTable)
      await transaction.delete(claimTable)
      await insertRows(transaction, claimTable, claimRows)
      await insertRows(transaction, reportTable, reportRows)
    })
    // A server does this by itself; PGlite would keep every replaced row.
    if (ledger.store === 'pglite') await ledger.db.execute(sql`vacuum (analyze) claim, report`)
  })
}
