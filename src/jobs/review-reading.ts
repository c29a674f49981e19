import { countPartActs, findStandingActs } from '../ledger/find-standing-acts.ts'
import type { LedgerDatabase } from '../ledger/ledger.ts'
import { toStorableText } from '../ledger/to-storable-text.ts'
import { toTextId } from '../ledger/to-text-id.ts'
import type { Reading } from '../records/reading.ts'
import { isPartAct, type PartAct } from '../records/review.ts'
import { applyReview, type ReviewedReading } from '../review/apply-review.ts'

/** A reading as the log has it, with the acts that were applied; null where the log says nothing of its text. */
export async function reviewReading(
  db: LedgerDatabase,
  text: string,
  machine: Reading,
): Promise<(ReviewedReading & { readonly acts: readonly PartAct[] }) | null> {
  const textId = toTextId(text)
  const n = await countPartActs(db, textId)
  if (n === 0) return null
  const acts = (await findStandingActs(db, [textId])).filter(isPartAct)
  // The log holds words as the ledger can.
  return { ...applyReview(toStorableText(text), machine, acts, n), acts }
}
