import type { Article } from '../records/article.ts'
import type { Reading } from '../records/reading.ts'
import { contentAddress } from './content-address.ts'
import { explainFailure } from './explain-failure.ts'
import { insertRows } from './insert-rows.ts'
import type { Ledger } from './ledger.ts'
import { event, mention, reading as readingTable, statement, timeExpression } from './schema.ts'
import { toCanonicalJson } from './to-canonical-json.ts'
import { toReadingRows } from './to-reading-rows.ts'

/**
 * Keeps a reading of an article that is in the ledger; it becomes the article’s current one, unless it is known.
 *
 * `readingId` is the content address of the article’s id and the reading.
 *
 * @throws {RangeError} when a span does not lie in the article’s text.
 */
export async function insertReading(
  ledger: Ledger,
  article: Article,
  reading: Reading,
): Promise<{ readingId: string; isNew: boolean }> {
  const readingId = contentAddress(toCanonicalJson([article.id, reading]))
  const rows = toReadingRows(article, readingId, reading)
  return explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      const inserted = await transaction
        .insert(readingTable)
        .values({
          id: readingId,
          articleId: article.id,
          stages: [...reading.stages],
          mentionCount: rows.mentions.length,
          timeCount: rows.times.length,
          statementCount: rows.statements.length,
          eventCount: rows.events.length,
          problemCount: reading.problems.length,
          record: reading,
        })
        .onConflictDoNothing()
        .returning({ id: readingTable.id })
      if (inserted.length === 0) return { readingId, isNew: false }
      await insertRows(transaction, mention, rows.mentions)
      await insertRows(transaction, timeExpression, rows.times)
      await insertRows(transaction, statement, rows.statements)
      await insertRows(transaction, event, rows.events)
      return { readingId, isNew: true }
    }),
  )
}
