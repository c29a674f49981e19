import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Document } from '../records/document.ts'
import { contentAddress } from './content-address.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { document as documentTable, sighting } from './schema.ts'

const compress = promisify(gzip)

/**
 * Keeps a document’s bytes, once however often they come, and where they were seen, once per place.
 *
 * `documentId` is the first 32 hex digits of the SHA-256 of the bytes. Media type and charset are those of the
 * first time.
 */
export async function insertDocument(
  ledger: Ledger,
  document: Document,
): Promise<{ documentId: string; isNew: boolean }> {
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
      await transaction
        .insert(sighting)
        .values({
          id: contentAddress(JSON.stringify([documentId, document.where])),
          documentId,
          where: document.where,
          collectedAt: document.collectedAt,
          headers: document.headers,
        })
        .onConflictDoNothing()
      return { documentId, isNew: inserted.length > 0 }
    }),
  )
}
