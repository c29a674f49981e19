import { sql } from 'drizzle-orm'
import type { Claim } from '../records/claim.ts'
import { summariseClaim } from '../records/claim-summary.ts'
import type { Report } from '../records/report.ts'
import { insertRows, putRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { hashKey, type Member } from './link-graph.ts'
import { putClaimArticles } from './put-claim-articles.ts'
import { putFacets } from './put-facets.ts'
import { putOrigins } from './put-origins.ts'
import { claimReport, claim as claimTable, report as reportTable } from './schema.ts'
import { textArray } from './to-array.ts'
import { toInstant } from './to-instant.ts'

/** Keeps reports with the keys that each is found by. */
export async function insertReports(
  transaction: LedgerTransaction,
  reports: readonly { readonly report: Report; readonly keys: readonly string[] }[],
): Promise<void> {
  await insertRows(
    transaction,
    reportTable,
    reports.map(({ report, keys }) => ({
      id: report.id,
      articleId: report.articleId,
      readingId: report.readingId,
      kind: report.kind,
      ordinal: report.ordinal,
      spanStart: report.span.start,
      spanEnd: report.span.end,
      keys: [...new Set(keys.map(hashKey))],
      record: report,
    })),
  )
}

/** Puts claims and the reports’ places in them where other ones were; `goneIds` are claims that are no more. */
export async function putClaims(
  transaction: LedgerTransaction,
  claims: readonly Claim[],
  members: readonly (Member & { readonly groupId: string })[],
  goneIds: readonly string[],
): Promise<void> {
  await putRows(
    transaction,
    claimTable,
    claims.map((claim) => {
      const { reports: _reports, ...record } = claim
      const summary = summariseClaim(claim)
      return {
        id: claim.id,
        kind: claim.kind,
        proposition: claim.proposition,
        source: claim.source,
        originCount: summary.origins,
        outletCount: summary.outlets,
        reportCount: summary.reports,
        disagreementCount: claim.disagreements.filter(({ isUpdate }) => !isUpdate).length,
        firstPublishedAt: toInstant(summary.firstPublishedAt),
        lastPublishedAt: toInstant(summary.lastPublishedAt),
        record,
        summary,
      }
    }),
  )
  await putFacets(transaction, claims)
  await putClaimArticles(transaction, claims)
  await putOrigins(transaction, claims)
  await putRows(
    transaction,
    claimReport,
    members.map(({ id, groupId, ...more }) => ({ reportId: id, claimId: groupId, ...more })),
  )
  if (goneIds.length > 0)
    await transaction.execute(sql`delete from ${claimTable} where id = any(${textArray(goneIds)})`)
}
