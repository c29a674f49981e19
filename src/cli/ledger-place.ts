import { resolve } from 'node:path'
import envPaths from 'env-paths'
import type { LedgerPlace } from '../ledger/ledger.ts'
import type { Io } from './io.ts'

/** Which ledger a call means, and which setting said so. */
export interface ChosenPlace {
  readonly place: LedgerPlace
  readonly because: '--ledger' | 'HEARSAY_LEDGER' | 'DATABASE_URL' | 'the data folder of this system'
}

/** `--ledger`, else HEARSAY_LEDGER, else DATABASE_URL, else the platform’s folder for data. */
export function chooseLedger(option: unknown, env: Io['env']): ChosenPlace {
  if (typeof option === 'string') return { place: toPlace(option), because: '--ledger' }
  if (env.HEARSAY_LEDGER) return { place: toPlace(env.HEARSAY_LEDGER), because: 'HEARSAY_LEDGER' }
  if (env.DATABASE_URL) return { place: { databaseUrl: env.DATABASE_URL }, because: 'DATABASE_URL' }
  const directory = envPaths('hearsay', { suffix: '' }).data
  return { place: { directory }, because: 'the data folder of this system' }
}

const toPlace = (value: string): LedgerPlace =>
  /^postgres(?:ql)?:\/\//.test(value) ? { databaseUrl: value } : { directory: resolve(value) }
