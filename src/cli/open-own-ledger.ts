import type { Ledger } from '../ledger/ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import type { CommandCall } from './command.ts'
import { findEmptyLedger } from './find-empty-ledger.ts'
import { chooseLedger } from './ledger-place.ts'

/** Opens the ledger that the call means in this process, whoever serves it. @throws {HearsayError} `ledger-locked`. */
export async function openOwnLedger(call: CommandCall, owner: string): Promise<Ledger> {
  const { place } = chooseLedger(call.values.ledger, call.io.env)
  return await openLedger(place, { owner, emptyLedger: findEmptyLedger() })
}
