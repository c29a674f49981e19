import { findRunningServer } from '../ledger/find-running-server.ts'
import type { Access } from './access.ts'
import type { CommandCall } from './command.ts'
import { chooseLedger, chooseServer } from './ledger-place.ts'
import { openLocalAccess } from './local-access.ts'
import { openRemoteAccess } from './remote-access.ts'

/** Opens the ledger that the call means, through the server that holds it, or that the call names, where there is one. */
export async function openAccess(call: CommandCall, owner: string): Promise<Access> {
  const elsewhere = chooseServer(call.values.ledger, call.io.env)
  if (elsewhere !== null) return openRemoteAccess(elsewhere)
  const { place } = chooseLedger(call.values.ledger, call.io.env)
  const server = 'directory' in place ? await findRunningServer(place.directory) : null
  return server ? openRemoteAccess(server) : await openLocalAccess(place, owner)
}
