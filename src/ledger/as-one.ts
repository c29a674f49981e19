import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'

/** Does what is done to the ledger it hands over as one: all of it is kept, or, when it fails or the process dies, nothing. */
export async function asOne<Outcome>(
  ledger: Ledger,
  act: (ledger: Ledger) => Promise<Outcome>,
): Promise<Outcome> {
  return explainFailure(() =>
    ledger.db.transaction((transaction) =>
      act({ store: ledger.store, place: ledger.place, db: transaction, close: () => ledger.close() }),
    ),
  )
}
