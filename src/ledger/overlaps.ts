import { sql } from 'drizzle-orm'
import type { Copy } from '../records/copy.ts'
import { findRows } from './find-rows.ts'
import { insertRows } from './insert-rows.ts'
import type { LedgerDatabase, LedgerTransaction } from './ledger.ts'
import { overlap } from './schema.ts'
import { textArray } from './to-array.ts'

/** Where nobody asks for the sentences, which are most of a copy, they stay in the ledger. */
const withoutSentences: Pick<Copy, 'sentences'> = { sentences: [] }

/** Two articles that share enough to be compared, and the copy that they make; null when they make none. */
export interface StoredOverlap {
  readonly laterId: string
  readonly earlierId: string
  readonly copy: Copy | null
}

/** The overlaps in which these articles take part; copies without their sentences. */
export async function findOverlapsOf(
  transaction: LedgerTransaction,
  articleIds: Iterable<string>,
): Promise<StoredOverlap[]> {
  const asked = [...articleIds]
  if (asked.length === 0) return []
  const ids = textArray(asked)
  const rows = await findRows<StoredOverlap>(
    transaction,
    sql`
    select later_id as "laterId", earlier_id as "earlierId", copy from overlap
    where later_id = any(${ids}) or earlier_id = any(${ids})
    order by later_id, earlier_id`,
  )
  return rows.map((row) => ({ ...row, copy: row.copy && { ...row.copy, ...withoutSentences } }))
}

/** The pairs of overlaps in which these articles take part. */
export async function findOverlappingPairs(
  transaction: LedgerTransaction,
  articleIds: Iterable<string>,
): Promise<Pick<StoredOverlap, 'laterId' | 'earlierId'>[]> {
  const ids = textArray(articleIds)
  return findRows(
    transaction,
    sql`
    select later_id as "laterId", earlier_id as "earlierId" from overlap
    where later_id = any(${ids}) or earlier_id = any(${ids})
    order by later_id, earlier_id`,
  )
}

/** The overlaps of these pairs; copies without their sentences. */
export async function findOverlapsOfPairs(
  transaction: LedgerTransaction,
  pairs: readonly Pick<StoredOverlap, 'laterId' | 'earlierId'>[],
): Promise<StoredOverlap[]> {
  if (pairs.length === 0) return []
  const rows = await findRows<StoredOverlap>(
    transaction,
    sql`
    select later_id as "laterId", earlier_id as "earlierId", copy
    from json_to_recordset(${JSON.stringify(pairs)}::json) as asked ("laterId" text, "earlierId" text)
    join overlap on later_id = asked."laterId" and earlier_id = asked."earlierId"
    order by later_id, earlier_id`,
  )
  return rows.map((row) => ({ ...row, copy: row.copy && { ...row.copy, ...withoutSentences } }))
}

/** The copies in which one of these articles is the later one; without the stretches that were counted. */
export async function findCopiesOf(
  transaction: LedgerDatabase,
  laterIds: Iterable<string>,
): Promise<(StoredOverlap & { readonly copy: Copy })[]> {
  const asked = [...laterIds]
  if (asked.length === 0) return []
  const rows = await findRows<StoredOverlap & { copy: Copy; sentences: Copy['sentences'] }>(
    transaction,
    sql`
    select later_id as "laterId", earlier_id as "earlierId", copy, sentences from overlap
    where later_id = any(${textArray(asked)}) and copy is not null`,
  )
  return rows.map(({ copy, sentences, ...pair }) => ({ ...pair, copy: { ...copy, sentences, basis: [] } }))
}

/** The copies among these articles, whole; in order of the ids of copy and original. */
export async function findCopiesAmong(
  transaction: LedgerDatabase,
  articleIds: Iterable<string>,
): Promise<Copy[]> {
  const asked = [...articleIds]
  if (asked.length < 2) return []
  const ids = textArray(asked)
  const rows = await findRows<{ copy: Copy; sentences: Copy['sentences'] }>(
    transaction,
    sql`
    select copy, sentences from overlap
    where later_id = any(${ids}) and earlier_id = any(${ids}) and copy is not null
    order by (copy->>'by') collate "C", (copy->>'of') collate "C"`,
  )
  return rows.map(({ copy, sentences }) => ({ ...copy, sentences }))
}

export async function insertOverlaps(
  transaction: LedgerTransaction,
  overlaps: readonly StoredOverlap[],
): Promise<void> {
  await insertRows(
    transaction,
    overlap,
    overlaps.map(({ laterId, earlierId, copy }) => {
      const { sentences = null, ...record } = copy ?? {}
      return { laterId, earlierId, sentences, copy: copy && (record as Omit<Copy, 'sentences'>) }
    }),
  )
}

export async function deleteOverlaps(
  transaction: LedgerTransaction,
  pairs: readonly Pick<StoredOverlap, 'laterId' | 'earlierId'>[],
): Promise<void> {
  if (pairs.length === 0) return
  await transaction.execute(sql`
    delete from overlap using json_to_recordset(${JSON.stringify(pairs)}::json)
      as gone ("laterId" text, "earlierId" text)
    where later_id = gone."laterId" and earlier_id = gone."earlierId"`)
}
