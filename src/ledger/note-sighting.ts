import { eq, sql } from 'drizzle-orm'
import type { Document } from '../records/document.ts'
import { contentAddress } from './content-address.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { LedgerTransaction } from './ledger.ts'
import { sighting as table } from './schema.ts'
import { toStorableText } from './to-storable-text.ts'

/** That a place gave these bytes at every collect of a stretch of time. */
export interface Sighting {
  readonly id: string
  /** Whether its page was looked for already, and this collect changes nothing of what was found. */
  readonly isPlaced: boolean
}

interface Neighbour {
  readonly id: string
  readonly documentId: string
  readonly from: string
  readonly to: string
  readonly placedBy: string | null
}

/** For `pg_advisory_xact_lock`, beside a hash of the place. Any number of our own. */
const placeLock = 4_727_281

/** Has everybody else who notes what this place gave wait until this transaction ends. */
export async function lockPlace(transaction: LedgerTransaction, where: string): Promise<void> {
  await transaction.execute(
    sql`select pg_advisory_xact_lock(${placeLock}, hashtext(${toStorableText(where)}))`,
  )
}

/**
 * Keeps that a place gave a document at a time, whatever else is known of the place from before and after: the same bytes
 * as at the collect before or after make the stretch longer, others within a stretch cut it in two.
 */
export async function noteSighting(
  transaction: LedgerTransaction,
  documentId: string,
  { where, collectedAt, headers, hints }: Pick<Document, 'where' | 'collectedAt' | 'headers' | 'hints'>,
  alsoAt: readonly string[] | null,
): Promise<Sighting> {
  const at = new Date(collectedAt).toISOString()
  const place = toStorableText(where)
  const { within, before, after } = await findNeighbours(transaction, place, documentId, at)
  if (within) return { id: within.id, isPlaced: within.placedBy !== null }
  if (before?.documentId === documentId) {
    await transaction.update(table).set({ lastCollectedAt: at }).where(eq(table.id, before.id))
    return { id: before.id, isPlaced: before.placedBy !== null && after === undefined }
  }
  if (before && at < before.to) {
    // Between two collects that gave others: only of these two is it known what they gave.
    await transaction.execute(sql`
      insert into sighting (id, document_id, "where", collected_at, headers, last_collected_at, hints, also_at, page_id, placed_by)
      select ${toId(before.documentId, where, before.to)}, document_id, "where", last_collected_at, headers, last_collected_at,
        hints, also_at, page_id, placed_by
      from sighting where id = ${before.id} on conflict do nothing`)
    await transaction.update(table).set({ lastCollectedAt: before.from }).where(eq(table.id, before.id))
  } else if (after?.documentId === documentId) {
    const id = toId(documentId, where, at)
    await transaction.update(table).set({ id, collectedAt: at, headers }).where(eq(table.id, after.id))
    return { id, isPlaced: false }
  }
  const id = toId(documentId, where, at)
  await transaction
    .insert(table)
    .values({
      id,
      documentId,
      where,
      collectedAt: at,
      lastCollectedAt: at,
      headers,
      hints: hints ?? null,
      alsoAt,
    })
    .onConflictDoNothing()
  return { id, isPlaced: false }
}

/** Addresses are longer than an index entry can be, hence an id that is made of them. */
const toId = (documentId: string, where: string, at: string) =>
  contentAddress(JSON.stringify([documentId, where, at]))

/** The stretch of these bytes that the time lies in, and whatever begins last up to the time, and first after it. */
async function findNeighbours(
  transaction: LedgerTransaction,
  place: string,
  documentId: string,
  at: string,
): Promise<{ within?: Neighbour; before?: Neighbour; after?: Neighbour }> {
  const atPlace = sql`select * from sighting where md5("where") = md5(${place}) and "where" = ${place}`
  const rows = await findRows<Neighbour & { which: 'within' | 'before' | 'after' }>(
    transaction,
    sql`
    select which, id, document_id as "documentId", ${isoInstant(sql`collected_at`)} as "from",
      ${isoInstant(sql`last_collected_at`)} as "to", placed_by as "placedBy"
    from (
      (select 'within' as which, * from (${atPlace} and collected_at <= ${at} and last_collected_at >= ${at}
        and document_id = ${documentId} limit 1) as found)
      union all
      (select 'before', * from (${atPlace} and collected_at <= ${at}
        order by collected_at desc, document_id desc limit 1) as found)
      union all
      (select 'after', * from (${atPlace} and collected_at > ${at}
        order by collected_at, document_id limit 1) as found)
    ) as neighbour`,
  )
  return Object.fromEntries(rows.map(({ which, ...row }) => [which, row]))
}
