import { eq, sql } from 'drizzle-orm'
import { contentAddress } from './content-address.ts'
import { findRows } from './find-rows.ts'
import type { Ledger, LedgerDatabase } from './ledger.ts'
import { page, pageAddress, pageChange, sighting } from './schema.ts'
import { textArray } from './to-array.ts'

/** An address of a page. */
export interface Address {
  /** The same for two addresses of one article. */
  readonly key: string
  readonly address: string
  /** Named by a page or a redirect; no document came from there. */
  readonly isClaimed: boolean
}

/** A page that an address is known for. */
export interface PageAt {
  readonly pageId: string
  readonly key: string
  readonly isClaimed: boolean
}

/** Any number of our own; where a page is found or made, others wait. */
const pageLock = 4_727_282

/** Has everybody else who finds pages wait until this transaction ends. */
export async function lockPages(ledger: Ledger): Promise<void> {
  // There nobody else can be, and each query costs half a millisecond.
  if (ledger.store === 'pglite') return
  await ledger.db.execute(sql`select pg_advisory_xact_lock(${pageLock})`)
}

/** The pages that are known under these keys, the oldest first. */
export async function findPagesAt(ledger: Ledger, keys: readonly string[]): Promise<PageAt[]> {
  if (keys.length === 0) return []
  const byId = new Map(keys.map((key) => [contentAddress(key), key]))
  const rows = await findRows<{ keyId: string; pageId: string; isClaimed: boolean }>(
    ledger.db,
    sql`select key_id as "keyId", page_id as "pageId", is_claimed as "isClaimed" from page_address
      join page on page.id = page_id where key_id = any(${textArray(byId.keys())}) order by page.seq`,
  )
  return rows.map(({ keyId, ...row }) => ({ ...row, key: byId.get(keyId) ?? '' }))
}

/** Makes a page; `seed` tells it from the others that its address is or was known for. */
export async function insertPage(ledger: Ledger, { key, address }: Address, seed: string): Promise<string> {
  const id = contentAddress(JSON.stringify([key, seed]))
  await ledger.db.insert(page).values({ id, address }).onConflictDoNothing()
  return id
}

/** Keeps that a page is known under these addresses; seeing it there goes before claiming it. */
export async function putAddresses(
  ledger: Ledger,
  pageId: string,
  addresses: readonly Address[],
): Promise<void> {
  if (addresses.length === 0) return
  await ledger.db
    .insert(pageAddress)
    .values(
      addresses.map(({ key, address, isClaimed }) => ({
        keyId: contentAddress(key),
        pageId,
        address,
        isClaimed,
      })),
    )
    .onConflictDoUpdate({
      target: [pageAddress.keyId, pageAddress.pageId],
      set: { isClaimed: sql`page_address.is_claimed and excluded.is_claimed` },
    })
}

/** Makes one page of two that turned out to be one. Its changes are to be made anew. */
export async function mergePages(ledger: Ledger, keptId: string, goneId: string): Promise<void> {
  const { db } = ledger
  await db.update(sighting).set({ pageId: keptId }).where(eq(sighting.pageId, goneId))
  await db.execute(sql`
    insert into page_address (key_id, page_id, address, is_claimed)
    select key_id, ${keptId}, address, is_claimed from page_address where page_id = ${goneId} order by seq
    on conflict (key_id, page_id) do update set is_claimed = page_address.is_claimed and excluded.is_claimed`)
  await db.delete(pageChange).where(eq(pageChange.pageId, goneId))
  await db.delete(pageAddress).where(eq(pageAddress.pageId, goneId))
  await db.delete(page).where(eq(page.id, goneId))
}

/** Keeps what page a sighting is of, null for none, and which rules said so. */
export async function putPlaced(
  ledger: Ledger,
  sightingId: string,
  pageId: string | null,
  rules: string,
): Promise<void> {
  await ledger.db.update(sighting).set({ pageId, placedBy: rules }).where(eq(sighting.id, sightingId))
}

/** The pages on which a document was seen. */
export async function findPagesOf(db: LedgerDatabase, documentId: string): Promise<string[]> {
  const rows = await findRows<{ id: string }>(
    db,
    sql`select distinct page_id as id from sighting
      where document_id = ${documentId} and page_id is not null order by id`,
  )
  return rows.map(({ id }) => id)
}
