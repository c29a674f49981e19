import { desc, eq } from 'drizzle-orm'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { extraction } from './schema.ts'

/** The id of the article that was taken out of a document last; null when none was. */
export async function findArticleOf(ledger: Ledger, documentId: string): Promise<string | null> {
  const [found] = await explainFailure(async () =>
    ledger.db
      .select({ articleId: extraction.articleId })
      .from(extraction)
      .where(eq(extraction.documentId, documentId))
      .orderBy(desc(extraction.seq))
      .limit(1),
  )
  return found?.articleId ?? null
}
