import type { Document } from '../records/document.ts'

/** A document of these words or bytes, as if fetched from `where`. */
export function madeDocument(
  content: string | Uint8Array,
  { where = 'https://selgradpost.example/feed', ...more }: Partial<Document> = {},
): Document {
  return {
    where,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    mediaType: null,
    charset: null,
    headers: {},
    collectedAt: '2026-03-01T00:00:00Z',
    ...more,
  }
}
