import { sql } from 'drizzle-orm'
import { findTextIds, type ReviewAct } from '../records/review.ts'
import type { Ledger } from './ledger.ts'
import { reviewAct } from './schema.ts'
import { toStorableRecord } from './to-storable-record.ts'

// Any number of our own, and not those of the migrations and of weighing.
const reviewLock = 4_727_281

/** Where an act was given, for those who read the log. */
export interface ReviewPlace {
  readonly articleId: string | null
  readonly claimId: string | null
  readonly title: string | null
}

/**
 * Writes an act into the log, for good; in one transaction with what follows from it.
 *
 * `textIds` are those of the act, of an `undo` those of what it undoes.
 *
 * @throws where the act that it undoes is undone already.
 */
export async function insertReviewAct(
  transaction: Ledger,
  act: ReviewAct,
  place: ReviewPlace,
  textIds: readonly string[] = findTextIds(act),
): Promise<void> {
  await transaction.db.insert(reviewAct).values({
    id: act.id,
    at: act.at,
    by: act.by,
    kind: act.kind,
    textIds: [...textIds],
    ...place,
    undoes: act.kind === 'undo' ? act.act : null,
    act: toStorableRecord(act),
  })
}

/** Has nobody else write into the log until the end of the transaction, nor store a reading that the log is applied to. */
export async function lockReviews(transaction: Ledger): Promise<void> {
  await transaction.db.execute(sql`select pg_advisory_xact_lock(${reviewLock})`)
}

/** Has nobody write into the log until the end of the transaction. */
export async function holdReviews(transaction: Ledger): Promise<void> {
  await transaction.db.execute(sql`select pg_advisory_xact_lock_shared(${reviewLock})`)
}
