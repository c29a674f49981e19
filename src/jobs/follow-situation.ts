import { countSituation } from '../ledger/count-situation.ts'
import { getWeighedUntil } from '../ledger/find-arrivals.ts'
import { findClaimSummaries } from '../ledger/find-claims.ts'
import { findMatchReasons } from '../ledger/find-match-reasons.ts'
import { getSituation, type VisitedSituation } from '../ledger/find-situations.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { noteSituationVisit } from '../ledger/note-situation-visit.ts'
import { insertSituation } from '../ledger/put-situation.ts'
import type { ClaimQuery } from '../records/claim-query.ts'
import type { FollowedSituation, SituationDraft } from '../records/situation.ts'
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

/** Follows a situation from now on; what the ledger holds of it already counts as seen by who makes it. */
export async function makeSituation(
  ledger: Ledger,
  draft: SituationDraft,
  userName: string,
): Promise<FollowedSituation> {
  const id = await insertSituation(ledger, draft, userName)
  await noteSituationVisit(ledger, id, userName, await getWeighedUntil(ledger))
  return await countFollowed(ledger, await getSituation(ledger, userName, id))
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
