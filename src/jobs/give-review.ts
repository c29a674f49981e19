import { asOne } from '../ledger/as-one.ts'
import { findReviews, getReview } from '../ledger/find-reviews.ts'
import { insertReviewAct, lockReviews } from '../ledger/insert-review-act.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { HearsayError } from '../records/error.ts'
import { findTextIds, type LoggedAct, type ReviewAct } from '../records/review.ts'
import type { ReviewRequest } from '../records/review-request.ts'
import { followReview } from './follow-review.ts'
import { openWeigher } from './open-weigher.ts'
import { toReviewActs } from './to-review-acts.ts'
import type { Weigher } from './weigher.ts'

export interface GiveReviewOptions {
  /** Who gives it, as the log names them. */
  readonly by: string
  /** When, ISO 8601 in UTC; now unless given. */
  readonly at?: string
  readonly weigher?: Weigher
}

/**
 * Writes a judgement into the log and lets everything follow from it: the readings of every article of the same words,
 * and all that is weighed of them. All of it or, when the process is killed, nothing.
 *
 * Gives the acts as the log has them: one, or one for each report of a claim that is accepted or rejected as a whole.
 *
 * @throws {HearsayError} `out-of-date` where it judges what today’s reading no longer has, or was undone already;
 * `not-found`, `ambiguous-id`, `invalid-request`.
 */
export async function giveReview(
  ledger: Ledger,
  request: ReviewRequest,
  { by, at = new Date().toISOString(), ...options }: GiveReviewOptions,
): Promise<LoggedAct[]> {
  const weigher = options.weigher ?? (await openWeigher())
  return asOne(ledger, async (one) => {
    await lockReviews(one)
    const given = await toReviewActs(one, request, { by, at, reason: request.reason })
    for (const { act, place } of given) {
      const undone = act.kind === 'undo' ? await findUndone(one, act.act) : act
      await insertReviewAct(one, act, place, findTextIds(undone))
      await followReview(one, weigher, act, undone)
    }
    const ids = given.map(({ act }) => act.id)
    const { acts } = await findReviews(one, { ids, limit: ids.length })
    return acts.reverse()
  })
}

async function findUndone(one: Ledger, id: string): Promise<ReviewAct> {
  const { act, undoneBy } = await getReview(one.db, id)
  if (act.kind === 'undo')
    throw new HearsayError('invalid-request', 'An undo is not undone: give the review again.')
  if (undoneBy !== null) throw new HearsayError('out-of-date', 'That review has been undone already.')
  return act
}
