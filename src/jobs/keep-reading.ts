import { insertReading } from '../ledger/insert-reading.ts'
import { holdReviews } from '../ledger/insert-review-act.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Article } from '../records/article.ts'
import type { Reading } from '../records/reading.ts'
import { reviewReading } from './review-reading.ts'

/**
 * Keeps what a reader found in an article and, where its words have been reviewed, what the reviews make of that, which
 * becomes the current one: whatever was corrected once stays so. For one transaction.
 */
export async function keepReading(
  transaction: Ledger,
  article: Article,
  machine: Reading,
): Promise<{ isNew: boolean }> {
  await holdReviews(transaction)
  const { isNew } = await insertReading(transaction, article, machine)
  if (!isNew) return { isNew }
  const reviewed = await reviewReading(transaction.db, article.text, machine)
  if (reviewed !== null) await insertReading(transaction, article, reviewed.reading)
  return { isNew }
}
