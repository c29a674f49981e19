import type { Article } from '../records/article.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { article as articleTable, extraction } from './schema.ts'
import { toInstant } from './to-instant.ts'

/**
 * Keeps an article and that it was taken out of this document; it becomes the document’s current article, unless
 * it was taken out of it before.
 *
 * `isNew` is false when the article is known, from this document or from another one.
 */
export async function insertArticle(
  ledger: Ledger,
  documentId: string,
  article: Article,
): Promise<{ isNew: boolean }> {
  const { publishedAt } = article
  return explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      const inserted = await transaction
        .insert(articleTable)
        .values({
          id: article.id,
          title: article.title,
          byline: article.byline,
          outlet: article.outlet,
          url: article.url,
          publishedValue: publishedAt?.value ?? null,
          publishedPrecision: publishedAt?.precision ?? null,
          publishedBasis: publishedAt?.basis ?? null,
          publishedAt: toInstant(publishedAt?.value ?? null),
          language: article.language,
          text: article.text,
          textUnits: article.text.length,
          wordCount: article.text.match(/\S+/g)?.length ?? 0,
          problemCount: article.problems.length,
          stages: [...article.stages],
          record: article,
        })
        .onConflictDoNothing()
        .returning({ id: articleTable.id })
      await transaction.insert(extraction).values({ documentId, articleId: article.id }).onConflictDoNothing()
      return { isNew: inserted.length > 0 }
    }),
  )
}
