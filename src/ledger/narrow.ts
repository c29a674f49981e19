import { type SQL, sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { LedgerDatabase } from './ledger.ts'
import { textArray } from './to-array.ts'

/**
 * So many rows are sorted in less time than it takes to walk the order until a page of rows so rare is full; the more
 * there are, the sooner a walk fills it.
 */
const few = 5000

/**
 * The ids themselves in place of the conditions, where few rows meet them; else the conditions.
 *
 * The planner cannot tell how many claims a name has, and walks the whole order for the few of a rare one: of 102,036
 * claims, a page of the 764 of one name took 2.7 s so and takes 0.1 s thus (PGlite, 2 cores, 2026-11-26).
 */
export async function narrow(
  db: LedgerDatabase,
  table: 'article' | 'claim' | 'story',
  conditions: readonly SQL[],
): Promise<readonly SQL[]> {
  if (conditions.length === 0) return conditions
  const id = sql`${sql.identifier(table)}.id`
  const found = await findRows<{ id: string }>(
    db,
    sql`select ${id} from ${sql.identifier(table)} where ${allOf(conditions)} limit ${few + 1}`,
  )
  return found.length > few ? conditions : [sql`${id} = any(${textArray(found.map((row) => row.id))})`]
}

/** All of the conditions; every row meets none. */
export const allOf = (conditions: readonly SQL[]): SQL => sql.join([sql`true`, ...conditions], sql` and `)
