import { sql } from 'drizzle-orm'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { situationVisit } from './schema.ts'

/**
 * Notes that a user has seen what changed in a situation up to an instant; never back to an earlier one than before, and
 * never beyond now.
 */
export async function noteSituationVisit(
  ledger: Ledger,
  situationId: string,
  userName: string,
  at: string,
): Promise<void> {
  await explainFailure(async () =>
    ledger.db
      .insert(situationVisit)
      .values({ situationId, userName, at: sql`least(${at}::timestamptz, now())` })
      .onConflictDoUpdate({
        target: [situationVisit.situationId, situationVisit.userName],
        set: { at: sql`greatest(${situationVisit.at}, excluded.at)` },
      }),
  )
}
