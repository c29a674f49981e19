import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { SituationDraft } from '../records/situation.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { situation } from './schema.ts'

/** Follows a situation from now on, and gives its id. What the ledger holds of it already is no news to anybody. */
export async function insertSituation(
  ledger: Ledger,
  { name, query }: SituationDraft,
  createdBy: string,
): Promise<string> {
  const id = randomUUID().replaceAll('-', '')
  await explainFailure(async () => ledger.db.insert(situation).values({ id, name, query, createdBy }))
  return id
}

/** Gives a situation another name or query; who has seen what of it stays. */
export async function updateSituation(
  ledger: Ledger,
  id: string,
  { name, query }: SituationDraft,
): Promise<void> {
  await explainFailure(async () =>
    ledger.db.update(situation).set({ name, query, changedAt: sql`now()` }).where(eq(situation.id, id)),
  )
}

/** Follows a situation no longer; nothing else of the ledger goes. */
export async function removeSituation(ledger: Ledger, id: string): Promise<void> {
  await explainFailure(async () => ledger.db.delete(situation).where(eq(situation.id, id)))
}
