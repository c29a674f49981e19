import { clearOtherVersions, clearWeighing } from '../ledger/clear-weighing.ts'
import { findUnweighed } from '../ledger/find-unweighed.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { refreshActors } from '../ledger/refresh-actors.ts'
import { tidyWeighing } from '../ledger/tidy-weighing.ts'
import { openWeigher } from './open-weigher.ts'
import { weighArticle } from './weigh-article.ts'
import type { Weigher } from './weigher.ts'

export interface ReweighOptions {
  /** Drops what was weighed first, and weighs all of it again. */
  readonly fromScratch?: boolean
  /** Tries those again that an earlier run failed on. */
  readonly withFailed?: boolean
  /** Ends it between two articles; the next call goes on from there. */
  readonly signal?: AbortSignal | null
  /** Told of every fault of our own, with its error. */
  readonly onFault?: ((articleId: string, error: unknown) => void) | undefined
  readonly onProgress?: ((done: number, all: number) => void) | undefined
  /** How to weigh; as this version does unless given. */
  readonly weigher?: Weigher
}

/** How many articles came to what. */
export interface ReweighTally {
  readonly weighed: number
  readonly takenOut: number
  readonly failed: number
}

/** Articles after which the room of replaced rows is freed: that took 50 ms of 2 s at 1,000 articles. */
const untilTidied = 500

/**
 * Weighs what is not weighed, or not as this version does, and takes out what is no longer current: one article at a
 * time, in the order in which they were added, each wholly or not at all.
 */
export async function reweigh(ledger: Ledger, options: ReweighOptions = {}): Promise<ReweighTally> {
  const { fromScratch = false, withFailed = false, signal = null, onFault, onProgress } = options
  const weigher = options.weigher ?? (await openWeigher())
  if (fromScratch) await clearWeighing(ledger)
  else await clearOtherVersions(ledger, weigher.version)
  const ids = await findUnweighed(ledger, weigher.version, { withFailed })
  const tally = { weighed: 0, takenOut: 0, failed: 0 }
  for (const [i, id] of ids.entries()) {
    if (signal?.aborted) break
    const weighing = await weighArticle(ledger, weigher, id, { withFailed })
    if (weighing.outcome === 'failed') {
      tally.failed++
      onFault?.(id, weighing.error)
    } else if (weighing.outcome === 'weighed') tally.weighed++
    else if (weighing.outcome === 'taken-out') tally.takenOut++
    onProgress?.(i + 1, ids.length)
    if ((i + 1) % untilTidied === 0 || (i + 1 === ids.length && i >= 50)) await tidyWeighing(ledger)
  }
  await refreshActors(ledger)
  return tally
}
