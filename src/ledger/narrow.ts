import { type SQL, sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { LedgerDatabase } from './ledger.ts'
import { textArray } from './to-array.ts'

/**
 * So many rows are sorted in less time than it takes to walk the order until a page of rows so rare is full; the more
 * there are, the sooner a walk fills it.
 */
export const mostFew = 5000

type NarrowTable = 'article' | 'claim' | 'story'

/**
 * The ids themselves in place of the conditions, where few rows meet them; else the conditions.
 *
 * The planner cannot tell how many claims a name has, and walks the whole order for the few of a rare one: of 102,036
 * claims, a page of the 764 of one name took 2.7 s so and takes 0.1 s thus (PGlite, 2 cores, 2026-11-26).
 */
export async function narrow(
  table: NarrowTable,
  conditions: readonly SQL[],
  few: () => Promise<readonly string[] | null>,
): Promise<readonly SQL[]> {
  if (conditions.length === 0) return conditions
  const ids = await few()
  return ids === null ? conditions : [sql`${sql.identifier(table)}.id = any(${textArray(ids)})`]
}

/** The ids of the rows that meet the conditions, where they are few; null where they are not. */
export async function findFew(
  db: LedgerDatabase,
  table: NarrowTable,
  conditions: readonly SQL[],
  most = mostFew,
): Promise<readonly string[] | null> {
  const id = sql`${sql.identifier(table)}.id`
  const found = await findRows<{ id: string }>(
    db,
    sql`select ${id} from ${sql.identifier(table)} where ${allOf(conditions)} limit ${most + 1}`,
  )
  return found.length > most ? null : found.map((row) => row.id)
}

/** All of the conditions; every row meets none. */
export const allOf = (conditions: readonly SQL[]): SQL => sql.join([sql`true`, ...conditions], sql` and `)
