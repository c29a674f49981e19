import { sql } from 'drizzle-orm'
import type { DocumentHints } from '../records/document.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** A sighting, as far as finding its page needs it. */
export interface PlacedSighting {
  readonly id: string
  readonly documentId: string
  readonly where: string
  readonly hints: DocumentHints | null
  /** Addresses that the document names or that led to it; null where nobody looked. */
  readonly alsoAt: readonly string[] | null
  readonly pageId: string | null
  /** The document’s newest article; null when it gave none. */
  readonly articleId: string | null
}

const columns = sql`
  sighting.id, sighting.document_id as "documentId", "where", hints, also_at as "alsoAt", page_id as "pageId",
  (
    select article_id from extraction where extraction.document_id = sighting.document_id order by seq desc limit 1
  ) as "articleId"`

/** @throws when the ledger has no such sighting: ids come from the ledger itself. */
export async function getSighting(ledger: Ledger, sightingId: string): Promise<PlacedSighting> {
  const [row] = await findRows<PlacedSighting>(
    ledger.db,
    sql`select ${columns} from sighting where id = ${sightingId}`,
  )
  if (row === undefined) throw new Error(`The ledger has no sighting ${sightingId}.`)
  return row
}

/**
 * Sightings whose page nobody has looked for, of documents that gave an article, the oldest first: of a ledger that an
 * earlier version made, or of a process that was killed.
 */
export async function findUnplaced(
  ledger: Ledger,
  afterSeq: number,
  limit: number,
): Promise<(PlacedSighting & { readonly seq: number })[]> {
  const rows = await findRows<PlacedSighting & { seq: string | number }>(
    ledger.db,
    sql`select ${columns}, sighting.seq from sighting
      where placed_by is null and sighting.seq > ${afterSeq}
        and exists (select from extraction where extraction.document_id = sighting.document_id)
      order by sighting.seq limit ${limit}`,
  )
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}
