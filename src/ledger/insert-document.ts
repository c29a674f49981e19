import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Document } from '../records/document.ts'
import { contentAddress } from './content-address.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { lockPlace, noteSighting, type Sighting } from './note-sighting.ts'
import { document as documentTable } from './schema.ts'

const compress = promisify(gzip)

/**
 * Keeps a document’s bytes, once however often they come, and that they were seen there and then.
 *
 * `documentId` is the first 32 hex digits of the SHA-256 of the bytes. Media type and charset are those of the
 * first time.
 *
 * @param alsoAt addresses that may be the same page’s: what the bytes name, what led to them.
 */
export async function insertDocument(
  ledger: Ledger,
  document: Document,
  alsoAt: readonly string[] = [],
): Promise<{ documentId: string; isNew: boolean; sighting: Sighting }> {
  const documentId = contentAddress(document.bytes)
  const bytesGzip = await compress(document.bytes)
  return explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      const inserted = await transaction
        .insert(documentTable)
        .values({
          id: documentId,
          mediaType: document.mediaType,
          charset: document.charset,
          sizeBytes: document.bytes.byteLength,
          bytesGzip,
        })
        .onConflictDoNothing()
        .returning({ id: documentTable.id })
      // In a PGlite nobody else can be.
      if (ledger.store === 'postgres') await lockPlace(transaction, document.where)
      const sighting = await noteSighting(transaction, documentId, document, alsoAt)
      return { documentId, isNew: inserted.length > 0, sighting }
    }),
  )
}
