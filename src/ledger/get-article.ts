import { eq, sql } from 'drizzle-orm'
import { parseArticle } from '../records/article.ts'
import { HearsayError } from '../records/error.ts'
import { parseReading } from '../records/reading.ts'
import type { StoredArticle } from '../records/stored-article.ts'
import { explainFailure } from './explain-failure.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { article, currentReading, document, extraction, reading, sighting } from './schema.ts'

/**
 * The article of this id, current or not; any beginning of the id will do, from 4 digits, that no other has.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several articles begin so.
 */
export async function getArticle(ledger: Ledger, id: string): Promise<StoredArticle> {
  const articleId = await getFullId(ledger, id)
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
        .select({ where: sighting.where, collectedAt: isoInstant(sighting.collectedAt) })
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

async function getFullId(ledger: Ledger, id: string): Promise<string> {
  const prefix = id.toLowerCase()
  if (!/^[0-9a-f]{4,32}$/.test(prefix)) {
    throw new HearsayError(
      'not-found',
      `“${id}” is no article’s id: an id is 32 hexadecimal digits, of which 4 or more are enough.`,
    )
  }
  // “g” comes after every hexadecimal digit.
  const matches = await explainFailure(async () =>
    ledger.db
      .select({ id: article.id, title: article.title })
      .from(article)
      .where(sql`${article.id} >= ${prefix} and ${article.id} < ${`${prefix}g`}`)
      .orderBy(article.id)
      .limit(6),
  )
  const [first, second] = matches
  if (first === undefined) throw new HearsayError('not-found', `The ledger has no article ${id}.`)
  if (second === undefined) return first.id
  const shown = matches
    .slice(0, 5)
    .map((match) => `${match.id.slice(0, idLengthThatTells(matches))} (${match.title ?? 'no title'})`)
  throw new HearsayError(
    'ambiguous-id',
    `Several articles begin with ${id}: ${shown.join(', ')}${matches.length > 5 ? ', and more' : ''}. Give more digits.`,
  )
}

function idLengthThatTells(matches: readonly { readonly id: string }[]): number {
  for (let length = 8; length < 32; length += 1) {
    if (new Set(matches.map((match) => match.id.slice(0, length))).size === matches.length) return length
  }
  return 32
}
