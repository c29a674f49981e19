import { toAddressKey } from '../collect/to-address-key.ts'
import { asOne } from '../ledger/as-one.ts'
import { getDocument } from '../ledger/get-document.ts'
import { isMovedFrom } from '../ledger/is-moved-from.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { noteUnmodified, type Unmodified } from '../ledger/note-unmodified.ts'
import { keepSeen } from './keep-seen.ts'

/**
 * Keeps that an address answered 304: its page says at this time what it said at the last collect. Gives the document and
 * its article; null when nothing is known of the address, so that it is to be fetched whole.
 */
export async function notePageUnchanged(
  ledger: Ledger,
  address: string,
  collectedAt: string,
): Promise<Unmodified | null> {
  return asOne(ledger, async (one) => {
    const unmodified = await noteUnmodified(one, address, toAddressKey(address), collectedAt)
    if (unmodified !== null && (await isMovedFrom(one, unmodified.sightingId)))
      await keepSeen(one, unmodified.sightingId, () => getDocument(one, unmodified.documentId))
    return unmodified
  })
}
