import type { SQL } from 'drizzle-orm'
import { explainFailure } from './explain-failure.ts'
import type { LedgerDatabase } from './ledger.ts'

/** The rows of one query, as the store gives them: a bigint may be a number or a string, a date is text. */
export async function findRows<Row extends object>(db: LedgerDatabase, query: SQL): Promise<Row[]> {
  const { rows } = await explainFailure(async () => db.execute<Row & Record<string, unknown>>(query))
  return rows
}
