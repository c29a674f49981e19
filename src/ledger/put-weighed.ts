import { eq } from 'drizzle-orm'
import { putRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { weighed } from './schema.ts'

/** Keeps what an article was weighed as; a problem says that it was not, since we failed on it. */
export async function putWeighed(
  transaction: LedgerTransaction,
  row: {
    readonly articleId: string
    readonly readingId: string
    readonly version: string
    readonly problem: string | null
  },
): Promise<void> {
  await putRows(transaction, weighed, [row])
}

export async function deleteWeighed(transaction: LedgerTransaction, articleId: string): Promise<void> {
  await transaction.delete(weighed).where(eq(weighed.articleId, articleId))
}
