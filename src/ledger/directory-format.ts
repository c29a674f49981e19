import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { HearsayError } from '../records/error.ts'
import { lockFileName } from './ledger-lock.ts'

/** The major version of the PostgreSQL inside PGlite; a data folder opens in no other. */
export const postgresMajor = 18

const format = 1
const fileName = 'ledger.json'
const unfinishedName = 'ledger.json.new'

/** Where PostgreSQL's own files are. */
export const dataFolderOf = (directory: string) => join(directory, 'data')

const directoryFormatSchema = z.object({
  format: z.int(),
  postgresMajor: z.int(),
  createdAt: z.string(),
  /** False until the data folder is made: a ledger that was killed in its first seconds holds nothing. */
  complete: z.boolean(),
})

/**
 * What a folder is: `new` when a ledger can be made in it (it is empty, or its making was cut short),
 * `ledger` when it is one that this version can open.
 *
 * @throws {HearsayError} `ledger-unusable` when it is something else, or a ledger of another version.
 */
export function getDirectoryState(directory: string): 'new' | 'ledger' {
  const names = readdirSync(directory).filter(
    (name) => name !== unfinishedName && !name.startsWith(lockFileName),
  )
  if (!names.includes(fileName)) {
    if (names.length === 0) return 'new'
    throw new HearsayError(
      'ledger-unusable',
      `${directory} is not a ledger: it has no ${fileName}, and holds ${listOf(names)}. ` +
        'Name a ledger’s folder, or an empty one, or one that does not exist yet.',
    )
  }
  const found = readFormat(join(directory, fileName))
  if (found.format > format) {
    throw new HearsayError(
      'ledger-unusable',
      `The ledger in ${directory} was written by a newer Hearsay: its format is ${found.format}, and this version ` +
        `knows up to ${format}. Install the newer version.`,
    )
  }
  if (found.postgresMajor !== postgresMajor) {
    throw new HearsayError(
      'ledger-unusable',
      `The ledger in ${directory} was made with PostgreSQL ${found.postgresMajor}, and this version of Hearsay has ` +
        `${postgresMajor}: neither opens the other’s files. Use the version of Hearsay that made it, ` +
        'or add its documents to a new ledger.',
    )
  }
  if (!found.complete) return 'new'
  if (names.includes('data')) return 'ledger'
  throw new HearsayError(
    'ledger-unusable',
    `The ledger in ${directory} has lost its folder “data”. Put it back, or restore a backup into an empty folder.`,
  )
}

/** Marks the folder as a ledger of this version; `complete` once its data folder can be opened. */
export function writeDirectoryFormat(directory: string, complete: boolean): void {
  const written = { format, postgresMajor, createdAt: new Date().toISOString(), complete }
  // Renamed into its place: a process that is killed leaves the old file or the new one, never half of one.
  const unfinished = join(directory, unfinishedName)
  writeFileSync(unfinished, `${JSON.stringify(written, null, 2)}\n`)
  renameSync(unfinished, join(directory, fileName))
}

function readFormat(path: string): z.infer<typeof directoryFormatSchema> {
  try {
    return directoryFormatSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new HearsayError(
      'ledger-unusable',
      `${path} does not say what ledger this is. Restore it, or a backup of the ledger.`,
      { cause: error },
    )
  }
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
}
