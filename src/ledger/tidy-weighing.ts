import { getTableName, sql } from 'drizzle-orm'
import { weighedTables } from './clear-weighing.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'

/**
 * Frees the room of replaced rows, which a server does by itself and PGlite never.
 *
 * Costs a walk over what was weighed: call it seldom.
 */
export async function tidyWeighing(ledger: Ledger): Promise<void> {
  if (ledger.store !== 'pglite') return
  const names = weighedTables.map((table) => `"${getTableName(table)}"`).join(', ')
  await explainFailure(async () => ledger.db.execute(sql.raw(`vacuum (analyze) ${names}`)))
}
