import { sql } from 'drizzle-orm'
import { explainFailure } from './explain-failure.ts'
import { findRows } from './find-rows.ts'
import type { Ledger, LedgerTransaction } from './ledger.ts'

// Any number of our own, and not that of the migrations.
const weighingLock = 4_727_280

/**
 * Does one step of weighing, all of it or nothing; steps of other processes wait for its end.
 *
 * `step` is this one’s number: where it follows on the last one’s, nothing was weighed in between.
 *
 * Every look-up goes by an index: what a fresh ledger’s planner would read whole is small today and large tomorrow.
 */
export async function inWeighing<Outcome>(
  ledger: Ledger,
  act: (transaction: LedgerTransaction, step: number) => Promise<Outcome>,
): Promise<Outcome> {
  return explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      await transaction.execute(sql`
        select pg_advisory_xact_lock(${weighingLock}), set_config('enable_seqscan', 'off', true),
          set_config('jit', 'off', true)`)
      const [counted] = await findRows<{ steps: string }>(
        transaction,
        sql`
        insert into weighing_count values (1, 1) on conflict (id) do update set steps = weighing_count.steps + 1
        returning steps::text`,
      )
      return act(transaction, Number(counted?.steps))
    }),
  )
}
