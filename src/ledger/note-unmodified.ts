import { sql } from 'drizzle-orm'
import { contentAddress } from './content-address.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { toStorableText } from './to-storable-text.ts'

/** A document that a place still gives. */
export interface Unmodified {
  readonly sightingId: string
  readonly documentId: string
  /** The article that was taken out of it last; null when none was. */
  readonly articleId: string | null
}

/**
 * Keeps that an address gave at a time what it gave last: the newest stretch of this very address is made longer, or, where
 * nothing came from it, that of its page. Null when the ledger knows neither, or something later of it.
 *
 * @param key the address’s key.
 */
export async function noteUnmodified(
  ledger: Ledger,
  address: string,
  key: string,
  collectedAt: string,
): Promise<Unmodified | null> {
  const at = new Date(collectedAt).toISOString()
  const place = toStorableText(address)
  const [row] = await findRows<Unmodified>(
    ledger.db,
    sql`
    with newest as (
      (
        select id, 1 as rank, collected_at from sighting where md5("where") = md5(${place}) and "where" = ${place}
        order by collected_at desc, document_id desc limit 1
      )
      union all
      (
        select id, 2, collected_at from sighting
        where page_id in (select page_id from page_address where key_id = ${contentAddress(key)})
        order by collected_at desc, document_id desc limit 1
      )
      order by rank limit 1
    )
    update sighting set last_collected_at = greatest(last_collected_at, ${at}::timestamptz)
    from newest where sighting.id = newest.id and sighting.collected_at <= ${at}::timestamptz
    returning sighting.id as "sightingId", document_id as "documentId", (
      select article_id from extraction where extraction.document_id = sighting.document_id order by seq desc limit 1
    ) as "articleId"`,
  )
  return row ?? null
}
