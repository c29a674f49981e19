import { eq, sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import { insertRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { imprint as imprintTable, shingle } from './schema.ts'
import { intArray, textArray } from './to-array.ts'

/** What is kept of an article for finding its copies; the fields are those of weighing’s `Imprint`. */
export interface StoredImprint {
  readonly id: string
  readonly shingles: Uint32Array
  readonly published: { readonly from: number; readonly to: number } | null
  readonly host: string | null
  readonly outlet: string | null
  readonly isBoilerplate: Uint8Array
}

/** Keeps an imprint and enters it in the lists of its shingles. */
export async function insertImprint(transaction: LedgerTransaction, imprint: StoredImprint): Promise<void> {
  const { id, shingles, published, host, outlet, isBoilerplate } = imprint
  await insertRows(transaction, imprintTable, [
    {
      articleId: id,
      publishedFrom: published?.from ?? null,
      publishedTo: published?.to ?? null,
      host,
      outlet,
      // The rows go as JSON, where bytes are spelled in hexadecimal digits.
      shingles: toHex(new Uint8Array(shingles.buffer, shingles.byteOffset, shingles.byteLength)),
      isBoilerplate: toHex(isBoilerplate),
    },
  ] as never)
  if (shingles.length > 0) {
    await transaction.execute(sql`
      insert into shingle (hash, published_from, article_id)
      select unnest(${intArray(Int32Array.from(shingles))}), ${toOrder(published)}::text::float8, ${id}::text`)
  }
}

/** Takes an imprint out of the lists, with what overlaps it. */
export async function deleteImprint(transaction: LedgerTransaction, imprint: StoredImprint): Promise<void> {
  const { id, shingles, published } = imprint
  await transaction.execute(sql`
    delete from ${shingle} where hash = any(${intArray(Int32Array.from(shingles))})
      and published_from = ${toOrder(published)}::text::float8 and article_id = ${id}::text`)
  await transaction.execute(sql`delete from overlap where later_id = ${id} or earlier_id = ${id}`)
  await transaction.delete(imprintTable).where(eq(imprintTable.articleId, id))
}

/** Keeps what has become boilerplate, and what no longer is. */
export async function setBoilerplate(
  transaction: LedgerTransaction,
  imprints: readonly { readonly id: string; readonly isBoilerplate: Uint8Array }[],
): Promise<void> {
  if (imprints.length === 0) return
  const rows = imprints.map(({ id, isBoilerplate }) => ({ id, bytes: toHex(isBoilerplate) }))
  await transaction.execute(sql`
    update imprint set is_boilerplate = changed.bytes
    from json_to_recordset(${JSON.stringify(rows)}::json) as changed (id text, bytes bytea)
    where article_id = changed.id`)
}

/**
 * By shingle, the ids of its first holders in the order of their publication, the undated last; at most so many each.
 * A shingle that nobody holds is not there.
 */
export async function findHolders(
  transaction: LedgerTransaction,
  shingles: Iterable<number>,
  most: number,
): Promise<Map<number, string[]>> {
  const hashes = Int32Array.from(shingles)
  if (hashes.length === 0) return new Map()
  const rows = await findRows<{ hash: number; ids: string[] }>(
    transaction,
    sql`
    select asked.hash, array(
      select article_id from shingle where shingle.hash = asked.hash
      order by published_from, article_id limit ${most}::int
    ) as ids
    from unnest(${intArray(new Set(hashes))}) as asked (hash)`,
  )
  return new Map(rows.filter(({ ids }) => ids.length > 0).map(({ hash, ids }) => [hash >>> 0, ids]))
}

/** The imprints of these articles, by id. */
export async function findImprints(
  transaction: LedgerTransaction,
  articleIds: Iterable<string>,
): Promise<Map<string, StoredImprint>> {
  const ids = new Set(articleIds)
  if (ids.size === 0) return new Map()
  const rows = await findRows<{
    id: string
    from: number | null
    to: number | null
    host: string | null
    outlet: string | null
    shingles: Uint8Array
    isBoilerplate: Uint8Array
  }>(
    transaction,
    sql`
    select article_id as id, published_from as "from", published_to as "to", host, outlet, shingles,
      is_boilerplate as "isBoilerplate"
    from imprint where article_id = any(${textArray(ids)})`,
  )
  return new Map(
    rows.map(({ id, from, to, host, outlet, shingles, isBoilerplate }) => [
      id,
      {
        id,
        host,
        outlet,
        published: from === null || to === null ? null : { from, to },
        // Copied: four bytes at a time are only read from where a multiple of four begins.
        shingles: new Uint32Array(Uint8Array.from(shingles).buffer),
        isBoilerplate: Uint8Array.from(isBoilerplate),
      },
    ]),
  )
}

/** The undated stand behind all others. */
const toOrder = (published: StoredImprint['published']) =>
  published === null ? 'Infinity' : String(published.from)

const toHex = (bytes: Uint8Array) =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`
