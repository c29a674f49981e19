import { resolve } from 'node:path'
import envPaths from 'env-paths'
import type { ServerPlace } from '../ledger/find-running-server.ts'
import type { LedgerPlace } from '../ledger/ledger.ts'
import { HearsayError } from '../records/error.ts'
import type { Io } from './io.ts'

/** Which ledger a call means, and which setting said so. */
export interface ChosenPlace {
  readonly place: LedgerPlace
  readonly because: '--ledger' | 'HEARSAY_LEDGER' | 'DATABASE_URL' | 'the data folder of this system'
}

/**
 * `--ledger`, else HEARSAY_LEDGER, else DATABASE_URL, else the platform’s folder for data.
 *
 * @throws {HearsayError} `usage` where that names a server: the call needs the ledger itself.
 */
export function chooseLedger(option: unknown, env: Io['env']): ChosenPlace {
  if (typeof option === 'string') return { place: toPlace(option), because: '--ledger' }
  if (env.HEARSAY_LEDGER) return { place: toPlace(env.HEARSAY_LEDGER), because: 'HEARSAY_LEDGER' }
  if (env.DATABASE_URL) return { place: { databaseUrl: env.DATABASE_URL }, because: 'DATABASE_URL' }
  const directory = envPaths('hearsay', { suffix: '' }).data
  return { place: { directory }, because: 'the data folder of this system' }
}

function toPlace(value: string): LedgerPlace {
  if (isServer(value))
    throw new HearsayError(
      'usage',
      `${value} is a server. This command works on the ledger itself: give its folder or its database.`,
    )
  return /^postgres(?:ql)?:\/\//.test(value) ? { databaseUrl: value } : { directory: resolve(value) }
}

/** The Hearsay elsewhere that a call means, with the token for it; null where it means a ledger. */
export function chooseServer(option: unknown, env: Io['env']): ServerPlace | null {
  const value = typeof option === 'string' ? option : env.HEARSAY_LEDGER
  if (value === undefined || !isServer(value)) return null
  // A token is that of the server that the environment names, where it names one: no other gets to see it.
  const known = env.HEARSAY_LEDGER
  const isElsewhere = known && isServer(known) && new URL(known).origin !== new URL(value).origin
  return { url: value, accessToken: (!isElsewhere && env.HEARSAY_TOKEN) || null }
}

const isServer = (value: string): boolean => /^https?:\/\//i.test(value) && URL.canParse(value)
