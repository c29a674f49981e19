import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { HearsayError } from '../records/error.ts'
import type { Ledger } from './ledger.ts'
import { PgliteLedger } from './pglite-ledger.ts'

/**
 * Writes the whole ledger into one file, a gzipped tar that `openLedger` makes a new ledger from (`emptyLedger`)
 * under the same major version of PostgreSQL.
 *
 * Nothing else runs meanwhile, and the file passes through memory. An old file of that name is replaced at the
 * end, so a backup that fails leaves it.
 *
 * @throws {HearsayError} `usage` for a ledger on a PostgreSQL server.
 */
export async function backupLedger(ledger: Ledger, file: string): Promise<void> {
  if (!(ledger instanceof PgliteLedger)) {
    throw new HearsayError(
      'usage',
      `The ledger at ${ledger.place} is on a PostgreSQL server. Back it up with: pg_dump --format=custom "${ledger.place}"`,
    )
  }
  const aside = `${file}.${randomUUID()}`
  try {
    await writeFile(aside, await ledger.client.dump(), { mode: 0o600 })
    await rename(aside, file)
  } finally {
    await rm(aside, { force: true })
  }
}
