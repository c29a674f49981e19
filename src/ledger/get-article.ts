import { eq } from 'drizzle-orm'
import { parseArticle } from '../records/article.ts'
import { parseReading } from '../records/reading.ts'
import type { StoredArticle } from '../records/stored-article.ts'
import { explainFailure } from './explain-failure.ts'
import { getFullId, idPlaces } from './get-full-id.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { article, currentReading, document, extraction, reading, sighting } from './schema.ts'

/**
 * The article of this id, current or not; any beginning of the id will do, from 4 digits, that no other has.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several articles begin so.
 */
export async function getArticle(ledger: Ledger, id: string): Promise<StoredArticle> {
  const articleId = await getFullId(ledger, id, idPlaces.article)
  const [[found], [from], sightings] = await explainFailure(() =>
    Promise.all([
      ledger.db
        .select({ article: article.record, reading: reading.record })
        .from(article)
        .leftJoin(currentReading, eq(currentReading.articleId, article.id))
        .leftJoin(reading, eq(reading.id, currentReading.readingId))
        .where(eq(article.id, articleId)),
      ledger.db
        .select({ id: document.id, mediaType: document.mediaType, sizeBytes: document.sizeBytes })
        .from(extraction)
        .innerJoin(document, eq(document.id, extraction.documentId))
        .where(eq(extraction.articleId, articleId))
        .orderBy(extraction.seq)
        .limit(1),
      ledger.db
        .select({
          where: sighting.where,
          collectedAt: isoInstant(sighting.collectedAt),
          lastCollectedAt: isoInstant(sighting.lastCollectedAt),
        })
        .from(extraction)
        .innerJoin(sighting, eq(sighting.documentId, extraction.documentId))
        .where(eq(extraction.articleId, articleId))
        .orderBy(sighting.seq),
    ]),
  )
  if (found === undefined || from === undefined) throw new Error(`Article ${articleId} has no document.`)
  return {
    article: parseArticle(found.article),
    reading: found.reading === null ? null : parseReading(found.reading),
    document: { ...from, sightings },
  }
}
