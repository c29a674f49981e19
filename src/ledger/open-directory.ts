import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { HearsayError } from '../records/error.ts'
import { dataFolderOf, getDirectoryState, writeDirectoryFormat } from './directory-format.ts'
import { LedgerLock } from './ledger-lock.ts'
import { PgliteClient } from './pglite-client.ts'
import { PgliteLedger } from './pglite-ledger.ts'
import { readDump } from './read-dump.ts'
import { runMigrations } from './run-migrations.ts'

/** Opens the ledger in a folder, or makes one there. See `openLedger`. */
export async function openDirectory(name: string, owner: string, dump: string | null): Promise<PgliteLedger> {
  const directory = resolve(name)
  try {
    if (!existsSync(directory)) mkdirSync(directory, { recursive: true, mode: 0o700 })
    // Looked at before the lock is written: a folder that is something else is left as it is.
    getDirectoryState(directory)
    const lock = await LedgerLock.take(directory, owner)
    try {
      return await openLocked(directory, lock, dump)
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw toUnusable(error, directory)
  }
}

async function openLocked(directory: string, lock: LedgerLock, dump: string | null): Promise<PgliteLedger> {
  const dataFolder = dataFolderOf(directory)
  const isNew = getDirectoryState(directory) === 'new'
  if (isNew) {
    writeDirectoryFormat(directory, false)
    rmSync(dataFolder, { recursive: true, force: true })
    // PGlite’s files can be written by everybody; where the folder was there before, others may enter it.
    mkdirSync(dataFolder, { mode: 0o700 })
  }
  const client = await startIn(directory, dataFolder, isNew ? dump : null)
  const ledger = new PgliteLedger(directory, client, lock)
  try {
    await runMigrations(ledger.db)
    if (isNew) writeDirectoryFormat(directory, true)
    return ledger
  } catch (error) {
    await client.close()
    throw error
  }
}

async function startIn(directory: string, dataFolder: string, dump: string | null): Promise<PgliteClient> {
  const bytes = await readDump(dump)
  try {
    return await PgliteClient.start({ dataFolder, dump: bytes })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new HearsayError(
      'ledger-unusable',
      bytes === null
        ? `PostgreSQL cannot open the ledger’s files in ${dataFolder} (${reason}). Is the disk full? ` +
            `If not, they are damaged: restore a backup into an empty folder.`
        : `PostgreSQL cannot make a ledger in ${directory} from ${dump} (${reason}). Is the disk full? ` +
            'If not, that file is no backup of a ledger, or one of another version: name another.',
      { cause: error },
    )
  }
}

const meanings = new Map([
  ['EACCES', 'this user may not write there'],
  ['EPERM', 'this user may not write there'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'it is a file, or lies in one'],
  ['EEXIST', 'it is a file'],
  ['ENAMETOOLONG', 'its name is too long'],
])

/** What the operator can mend becomes a `HearsayError`; anything else stays what it is. */
function toUnusable(error: unknown, directory: string): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const meaning = meanings.get(code)
  if (meaning === undefined || error instanceof HearsayError) return error
  return new HearsayError(
    'ledger-unusable',
    `The folder ${directory} cannot hold a ledger: ${meaning} (${code}). Name another one.`,
    { cause: error },
  )
}
