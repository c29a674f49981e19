import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { toRowsJson } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { textArray } from './to-array.ts'

/**
 * Puts rows of these claims where other ones were, and leaves alone those that are as they were: of a claim that was
 * told 200 times and is told once more, that is all but one.
 */
export async function replaceRows<Table extends PgTable>(
  transaction: LedgerTransaction,
  table: Table,
  claimIds: readonly string[],
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  if (claimIds.length === 0) return
  const { remove, insert } = toReplacement(table, claimIds, rows)
  await transaction.execute(remove)
  await transaction.execute(insert)
}

/**
 * The same as statements, for who asks which rows they return; to be run in this order.
 *
 * Of tables alone whose columns can be compared and are all given; `claim_id` is among them.
 */
export function toReplacement<Table extends PgTable>(
  table: Table,
  claimIds: readonly string[],
  rows: readonly Table['$inferInsert'][],
): { readonly remove: SQL; readonly insert: SQL } {
  const columns = Object.values(getTableColumns(table)).map(({ name }) => sql.identifier(name))
  const names = sql.join(columns, sql`, `)
  const isSame = sql.join(
    // No index knows this; the ids of the claims are what finds the rows.
    columns.map((name) => sql`${table}.${name} is not distinct from gone.${name}`),
    sql` and `,
  )
  const before = sql`select ${names} from ${table} where claim_id = any(${textArray(claimIds)})`
  const now = sql`select ${names} from json_populate_recordset(null::${table}, ${toRowsJson(table, rows)}::json)`
  return {
    remove: sql`delete from ${table} using (${before} except ${now}) as gone
      where ${table}.claim_id = any(${textArray(claimIds)}) and ${isSame}`,
    insert: sql`insert into ${table} (${names}) ${now} except ${before}`,
  }
}
