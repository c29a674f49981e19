import type { Ledger } from '../ledger/ledger.ts'
import type { Judgement } from '../review/obey-bonds.ts'
import { CopyMemory } from './copy-memory.ts'
import { LinkMemory } from './link-memory.ts'
import type { LinkOfReports } from './weigher.ts'

/**
 * What one step of weighing has read and the next would read again: of 200 reprints of one story the links alone are
 * hundreds of thousands of rows.
 */
export interface WeighingMemory {
  readonly storyLinks: LinkMemory
  readonly claimLinks: LinkMemory
  readonly copies: CopyMemory
}

/** What the rules say of two reports, `none` where nothing, and what analysts say. */
export interface JudgedLink {
  readonly relation: LinkOfReports['relation'] | 'none'
  readonly score: number
  readonly judged?: Judgement['relation']
}

interface Kept {
  /** The step of the ledger’s count after which it is as it is remembered. */
  readonly step: number
  readonly memory: WeighingMemory
}

const keptOf = new WeakMap<Ledger, Kept>()

/** What is remembered of a ledger at the beginning of this step; nothing where another process weighed meanwhile, or a step failed. */
export function recallWeighing(ledger: Ledger, step: number): WeighingMemory {
  const kept = keptOf.get(ledger)
  keptOf.delete(ledger)
  return kept?.step === step - 1
    ? kept.memory
    : {
        storyLinks: new LinkMemory(mostStoryLinks),
        claimLinks: new LinkMemory(mostClaimLinks, openShare()),
        copies: new CopyMemory(),
      }
}

/** What two articles share is told in words: half a kilobyte each. */
const mostStoryLinks = 50_000
/** Some 50 bytes each, since what they say is held once for all that say the same. */
const mostClaimLinks = 1_000_000

/** The same record for all links that say the same; ledgers of before hold more of each than is asked for. */
function openShare(): (record: unknown) => JudgedLink {
  const known = new Map<string, JudgedLink>()
  return (record) => {
    const { relation, score, judged } = record as JudgedLink
    const key = `${relation} ${score} ${judged}`
    const held = known.get(key) ?? { relation, score, ...(judged === undefined ? {} : { judged }) }
    known.set(key, held)
    return held
  }
}

/** Keeps for the next step what this one, which is done, has read and changed. */
export function keepWeighing(ledger: Ledger, step: number, memory: WeighingMemory): void {
  keptOf.set(ledger, { step, memory })
}
