import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { eq } from 'drizzle-orm'
import type { Document } from '../records/document.ts'
import { HearsayError } from '../records/error.ts'
import { explainFailure } from './explain-failure.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { document, sighting } from './schema.ts'

const decompress = promisify(gunzip)

/**
 * The document as it was first collected, byte for byte.
 *
 * @throws {HearsayError} `not-found` when the ledger has no document of this id.
 */
export async function getDocument(ledger: Ledger, documentId: string): Promise<Document> {
  const [found] = await explainFailure(async () =>
    ledger.db
      .select({
        bytesGzip: document.bytesGzip,
        mediaType: document.mediaType,
        charset: document.charset,
        where: sighting.where,
        collectedAt: isoInstant(sighting.collectedAt),
        headers: sighting.headers,
        hints: sighting.hints,
      })
      .from(document)
      .innerJoin(sighting, eq(sighting.documentId, document.id))
      .where(eq(document.id, documentId))
      .orderBy(sighting.seq)
      .limit(1),
  )
  if (found === undefined) {
    throw new HearsayError('not-found', `The ledger has no document ${documentId}. Ids are 32 hex digits.`)
  }
  const { bytesGzip, hints, ...rest } = found
  return { ...rest, ...(hints && { hints }), bytes: await decompress(bytesGzip) }
}
