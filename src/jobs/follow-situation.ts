import { countSituation } from '../ledger/count-situation.ts'
import { findClaimSummaries } from '../ledger/find-claims.ts'
import { findMatchReasons } from '../ledger/find-match-reasons.ts'
import type { VisitedSituation } from '../ledger/find-situations.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { ClaimQuery } from '../records/claim-query.ts'
import type { FollowedSituation } from '../records/situation.ts'
import type { SituationPreview } from '../records/situation-counts.ts'

/** Claims that a preview shows: as many as stand beside a form without scrolling. */
const previewed = 8

/** A situation with what it holds now. */
export async function countFollowed(
  ledger: Ledger,
  { situation, lastVisitAt }: VisitedSituation,
): Promise<FollowedSituation> {
  const counted = await countSituation(ledger, situation.query, lastVisitAt ?? situation.createdAt)
  return { ...situation, lastVisitAt, ...counted }
}

/** What a query catches, and by what; nothing is kept. */
export async function previewSituation(
  ledger: Ledger,
  query: ClaimQuery,
): Promise<Pick<SituationPreview, 'counts' | 'claims'>> {
  const [{ counts }, { claims }] = await Promise.all([
    countSituation(ledger, query),
    findClaimSummaries(ledger, { queries: [query], limit: previewed }),
  ])
  const reasons = await findMatchReasons(
    ledger,
    query,
    claims.map(({ id }) => id),
  )
  return { counts, claims: claims.map((claim) => ({ claim, why: reasons.get(claim.id) ?? [] })) }
}
