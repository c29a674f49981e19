import { PgliteClient } from './pglite-client.ts'
import { PgliteLedger } from './pglite-ledger.ts'
import { readDump } from './read-dump.ts'
import { runMigrations } from './run-migrations.ts'

/** A ledger that is gone when it is closed. */
export async function openMemory(dump: string | null): Promise<PgliteLedger> {
  const client = await PgliteClient.start({ dataFolder: 'memory://', dump: await readDump(dump) })
  const ledger = new PgliteLedger('memory', client, null)
  try {
    await runMigrations(ledger.db)
    return ledger
  } catch (error) {
    await ledger.close()
    throw error
  }
}
