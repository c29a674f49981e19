import { getTableName, sql } from 'drizzle-orm'
import { weighedTables } from './clear-weighing.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'

/**
 * Frees the room of replaced rows, and counts what each table holds for the planner, which a server does by itself and
 * PGlite never. Without the counts a list of the articles of one name took 12 s of 100,000, with them 0.03 s.
 *
 * Costs a walk over what was weighed: call it seldom.
 */
export async function tidyWeighing(ledger: Ledger): Promise<void> {
  if (ledger.store !== 'pglite') return
  const names = weighedTables.map((table) => `"${getTableName(table)}"`).join(', ')
  await explainFailure(async () => {
    await ledger.db.execute(sql.raw(`vacuum ${names}`))
    await ledger.db.execute(sql.raw('analyze'))
  })
}
