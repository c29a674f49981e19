import { asOne } from '../ledger/as-one.ts'
import { getDocument } from '../ledger/get-document.ts'
import { findUnplaced } from '../ledger/get-sighting.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { HearsayError } from '../records/error.ts'
import { keepSeen } from './keep-seen.ts'

/** Sightings that are looked up together. */
const batch = 200

/**
 * Finds the pages of what nobody has placed: the whole of a ledger that an earlier version made, once, and what a killed
 * process left. The articles that are no longer current by it are for `reweigh` to take out.
 */
export async function placeUnplaced(
  ledger: Ledger,
  options: {
    /** Ends it between two documents; the next call goes on from there. */
    readonly signal?: AbortSignal | null
    readonly onFault?: ((where: string, error: unknown) => void) | undefined
  } = {},
): Promise<void> {
  let last = 0
  for (;;) {
    const found = await findUnplaced(ledger, last, batch)
    for (const { id, seq, documentId, where } of found) {
      if (options.signal?.aborted) return
      last = seq
      try {
        await asOne(ledger, (one) => keepSeen(one, id, () => getDocument(one, documentId)))
      } catch (error) {
        if (error instanceof HearsayError) throw error
        options.onFault?.(where, error)
      }
    }
    if (found.length < batch) return
  }
}
