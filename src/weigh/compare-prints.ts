import type { Copy } from '../records/copy.ts'
import { alignSentences } from './align-sentences.ts'
import { alignWords } from './align-words.ts'
import { findDirection } from './find-direction.ts'
import { isSameOutlet } from './is-same-outlet.ts'
import { judgeCopy, type Relation, type Shared } from './judge-copy.ts'
import { measureShared, type Side } from './measure-shared.ts'

/** Sampled shingles in common from which two articles are compared word by word: some 17 words; 1 to 12 find the same. */
export const leastShared = 3

/** What two articles share and what that makes them. */
export interface Comparison extends Shared {
  readonly relation: Relation
}

/** Compares two prints word by word; about linear in the two texts. */
export function comparePrints(a: Side, b: Side): Comparison {
  const { measured, relation } = compare(a, b)
  return { ...measured.shared, relation }
}

/** The copy that two prints make; null where they make none. */
export function findCopy(a: Side, b: Side): Copy | null {
  const { directed, runs, measured, relation } = compare(a, b)
  if (!isCopy(relation)) return null
  const { share, shareOfOriginal, words, quoted, boilerplate } = measured.shared
  return {
    of: directed.of.id,
    by: directed.by.id,
    kind: relation,
    share,
    shareOfOriginal,
    words,
    setAside: { quoted, boilerplate },
    direction: directed.direction,
    sentences: alignSentences(directed.of, directed.by, runs),
    basis: measured.stretches,
  }
}

function compare(a: Side, b: Side) {
  const sameOutlet = isSameOutlet(a.print, b.print)
  const directed = findDirection(a.print, b.print, sameOutlet)
  const [of, by] = directed.of === a.print ? [a, b] : [b, a]
  const runs = alignWords(directed.of, directed.by)
  const measured = measureShared(of, by, runs)
  return { directed, runs, measured, relation: judgeCopy(directed, measured.shared, sameOutlet) }
}

const notCopies: ReadonlySet<Relation> = new Set([
  'shared-document',
  'shared-quotations',
  'boilerplate',
  'independent',
])
const isCopy = (relation: Relation): relation is Copy['kind'] => !notCopies.has(relation)
