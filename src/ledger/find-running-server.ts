import { resolve } from 'node:path'
import { findLockHolder } from './ledger-lock.ts'

/** Where the process that has this folder open answers HTTP; null when none does, or it never said. */
export async function findRunningServer(directory: string): Promise<string | null> {
  return findLockHolder(resolve(directory))?.url ?? null
}
