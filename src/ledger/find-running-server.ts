import { resolve } from 'node:path'
import { findLockHolder } from './ledger-lock.ts'

/** Where a running Hearsay answers. */
export interface ServerPlace {
  readonly url: string
  /** What it takes from a command on this machine; null where it asks nobody who they are. */
  readonly accessToken: string | null
}

/** Where the process that has this folder open answers HTTP; null when none does, or it never said. */
export async function findRunningServer(directory: string): Promise<ServerPlace | null> {
  const holder = findLockHolder(resolve(directory))
  return holder === null || holder.url === null ? null : { url: holder.url, accessToken: holder.accessToken }
}
