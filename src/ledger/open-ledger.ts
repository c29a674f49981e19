import { HearsayError } from '../records/error.ts'
import type { Ledger, LedgerPlace } from './ledger.ts'

export interface OpenLedgerOptions {
  /** Who opens it, as another process is told that finds it locked: `hearsay serve`. */
  readonly owner?: string
  /**
   * A dump (`createEmptyLedger`, `backupLedger`) to start a new folder or memory from; passed over when the
   * file is missing or the folder is a ledger already. Without one, making a new ledger takes seconds.
   */
  readonly emptyLedger?: string | null
}

/**
 * Opens a ledger, or makes one where there is none, and brings its tables up to this version.
 *
 * A folder is created with mode 0700. It is one process’s at a time, and survives that process being killed; it
 * promises nothing when the power fails, since PGlite does not wait for the disk.
 *
 * @throws {HearsayError} `ledger-locked` when another process has the folder; `ledger-unusable` when it is no
 *   ledger, one of another version, or cannot be reached.
 */
export async function openLedger(place: LedgerPlace, options: OpenLedgerOptions = {}): Promise<Ledger> {
  const owner = options.owner ?? 'hearsay'
  // Each store is loaded when it is asked for: neither driver is needed beside the other.
  if ('databaseUrl' in place) {
    const { openPostgres } = await import('./open-postgres.ts')
    return openPostgres(place.databaseUrl, owner)
  }
  const dump = options.emptyLedger ?? null
  if ('memory' in place) {
    const { openMemory } = await import('./open-memory.ts')
    return openMemory(dump)
  }
  if (place.directory === '') throw new HearsayError('usage', 'The ledger’s folder has no name.')
  const { openDirectory } = await import('./open-directory.ts')
  return openDirectory(place.directory, owner, dump)
}
