import type { Claim } from '../records/claim.ts'
import { findOriginals } from '../records/find-originals.ts'
import type { LedgerTransaction } from './ledger.ts'
import { replaceRows } from './replace-rows.ts'
import { claimArticle } from './schema.ts'
import { toInstant } from './to-instant.ts'

/** Puts which articles tell these claims where it was otherwise. */
export async function putClaimArticles(
  transaction: LedgerTransaction,
  claims: readonly Claim[],
): Promise<void> {
  if (claims.length === 0) return
  const ids = claims.map(({ id }) => id)
  await replaceRows(
    transaction,
    claimArticle,
    ids,
    claims.flatMap((claim) => {
      const originals = findOriginals(claim)
      const told = new Map(claim.reports.map((report) => [report.articleId, report]))
      return [...told.values()].map(({ articleId, publishedAt }) => ({
        claimId: claim.id,
        articleId,
        isCopy: originals.has(articleId),
        publishedAt: toInstant(publishedAt),
      }))
    }),
  )
}
