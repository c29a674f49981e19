import { and, eq } from 'drizzle-orm'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { article, extraction, reading } from './schema.ts'

/**
 * Whether this document has an article taken out by exactly these stages, and that article a reading made by
 * exactly these; null for `extractStages` means by any.
 */
export async function hasReading(
  ledger: Ledger,
  documentId: string,
  extractStages: readonly string[] | null,
  readStages: readonly string[],
): Promise<boolean> {
  const found = await explainFailure(async () =>
    ledger.db
      .select({ id: reading.id })
      .from(extraction)
      .innerJoin(article, eq(article.id, extraction.articleId))
      .innerJoin(reading, eq(reading.articleId, article.id))
      .where(
        and(
          eq(extraction.documentId, documentId),
          extractStages === null ? undefined : eq(article.stages, [...extractStages]),
          eq(reading.stages, [...readStages]),
        ),
      )
      .limit(1),
  )
  return found.length > 0
}
