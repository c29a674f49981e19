import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { extraction } from './schema.ts'

/** Keeps that a document says what an article says that is in the ledger already. */
export async function linkArticle(ledger: Ledger, documentId: string, articleId: string): Promise<void> {
  await explainFailure(async () => {
    await ledger.db.insert(extraction).values({ documentId, articleId }).onConflictDoNothing()
  })
}
