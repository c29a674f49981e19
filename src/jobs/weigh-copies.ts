import { findRejectedCopies, toPairKey } from '../ledger/find-rejected-copies.ts'
import { findArticleRecords } from '../ledger/get-weighing.ts'
import {
  deleteImprint,
  findHolders,
  findImprints,
  insertImprint,
  type StoredImprint,
  setBoilerplate,
} from '../ledger/imprints.ts'
import type { LedgerTransaction } from '../ledger/ledger.ts'
import {
  deleteOverlaps,
  findOverlappingPairs,
  findOverlapsOfPairs,
  insertOverlaps,
  type StoredOverlap,
} from '../ledger/overlaps.ts'
import { toTextId } from '../ledger/to-text-id.ts'
import type { Article } from '../records/article.ts'
import type { Copy } from '../records/copy.ts'
import { findCopy, leastShared } from '../weigh/compare-prints.ts'
import { findOverlaps } from '../weigh/find-boilerplate.ts'
import { isBefore } from '../weigh/find-direction.ts'
import { type ChangedList, findUnsettled } from '../weigh/find-unsettled.ts'
import { PostingLists } from '../weigh/posting-lists.ts'
import { type Print, toPrint } from '../weigh/to-print.ts'
import type { CopyMemory } from './copy-memory.ts'

const { longest } = PostingLists

/** What one change looked up already, by shingle and by article; the database is asked for the rest alone. */
interface LookedUp {
  /** The first 65 holders, the print that changes among them. */
  readonly holders: Map<number, string[]>
  readonly imprints: Map<string, StoredImprint>
  readonly prints: Map<string, Print>
  /** By article, the id of its text. */
  readonly textIds: Map<string, string>
}

/**
 * Takes an article in among those that are searched for copies; gives the others among which copies were found or lost
 * by it. What it is itself a copy of is not told: all that it reports is weighed anyway.
 */
export async function addToCopies(
  transaction: LedgerTransaction,
  article: Article,
  memory: CopyMemory,
): Promise<Set<string>> {
  const print = toPrint(article)
  const { id, shingles, published, host, outlet } = print
  const added = { id, shingles, published, host, outlet, isBoilerplate: new Uint8Array(shingles.length) }
  await insertImprint(transaction, added)
  const known: LookedUp = {
    holders: new Map(),
    imprints: new Map([[id, added]]),
    prints: new Map([[id, print]]),
    textIds: new Map([[id, toTextId(article.text)]]),
  }
  const lists = await findLists(transaction, added, true, known)
  const unsettled = findUnsettled(added, true, lists)
  // Later ones that hold its phrases count themselves what they share with it.
  const sharing = [...countSharing(added, lists)].filter(
    ([laterId, count]) => count >= leastShared && !unsettled.has(laterId),
  )
  const changed = await settle(
    transaction,
    new Set([id, ...unsettled]),
    sharing.map(([laterId]) => ({ laterId, earlierId: id })),
    known,
    memory,
  )
  return touchedBy(changed.filter(({ laterId, earlierId }) => laterId !== id && earlierId !== id))
}

/** Takes an article out again; gives the others among which copies were found or lost by that. */
export async function takeFromCopies(
  transaction: LedgerTransaction,
  articleId: string,
  memory: CopyMemory,
): Promise<Set<string>> {
  const known: LookedUp = { holders: new Map(), imprints: new Map(), prints: new Map(), textIds: new Map() }
  const [removed] = await lookUpImprints(transaction, [articleId], known)
  if (removed === undefined) return new Set()
  const lists = await findLists(transaction, removed, false, known)
  await deleteImprint(transaction, removed)
  memory.takeOut(articleId)
  // Who held what was asked for while it was there.
  known.holders.clear()
  return touchedBy(await settle(transaction, findUnsettled(removed, false, lists), [], known, memory))
}

async function lookUpHolders(
  transaction: LedgerTransaction,
  shingles: Iterable<number>,
  { holders }: LookedUp,
): Promise<void> {
  const missing = [...new Set(shingles)].filter((shingle) => !holders.has(shingle))
  const found = await findHolders(transaction, missing, longest + 1)
  for (const shingle of missing) holders.set(shingle, found.get(shingle) ?? [])
}

async function lookUpImprints(
  transaction: LedgerTransaction,
  articleIds: Iterable<string>,
  { imprints }: LookedUp,
): Promise<StoredImprint[]> {
  const ids = [...new Set(articleIds)]
  const missing = ids.filter((id) => !imprints.has(id))
  for (const [id, imprint] of await findImprints(transaction, missing)) imprints.set(id, imprint)
  return ids.flatMap((id) => imprints.get(id) ?? [])
}

/**
 * The lists of first holders that a print has changed by coming, or will by going: it is in the ledger in both cases.
 */
async function findLists(
  transaction: LedgerTransaction,
  changed: StoredImprint,
  isAdded: boolean,
  known: LookedUp,
): Promise<ChangedList[]> {
  await lookUpHolders(transaction, changed.shingles, known)
  const lists = [...known.holders].filter(([, ids]) => ids.slice(0, longest).includes(changed.id))
  const full = lists.filter(([, ids]) => ids.length > longest).map(([shingle]) => shingle)
  // Everybody who holds a phrase that a full list gained or lost: seldom asked for, since few come before the first 64.
  const everybody = await findHolders(transaction, full, 1_000_000_000)
  await lookUpImprints(transaction, [...lists.map(([, ids]) => ids), ...everybody.values()].flat(), known)
  const imprintsOf = (ids: readonly string[]) => ids.flatMap((id) => known.imprints.get(id) ?? [])
  return lists.map(([shingle, ids]) => {
    const first = isAdded ? ids.slice(0, longest) : ids.filter((id) => id !== changed.id)
    const others = (everybody.get(shingle) ?? []).slice(longest + 1)
    const [moved = null] = imprintsOf(ids.slice(longest, longest + 1))
    return { shingle, holders: imprintsOf(first), moved, others: imprintsOf(others) }
  })
}

function countSharing(added: StoredImprint, lists: readonly ChangedList[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { shingle, holders, moved, others } of lists) {
    for (const holder of [...holders, ...(moved ? [moved] : []), ...others]) {
      if (!isBefore(added, holder) || holder.isBoilerplate[holder.shingles.indexOf(shingle)] === 1) continue
      counts.set(holder.id, (counts.get(holder.id) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * Finds anew what these share with others, and compares the pairs that this concerns; `more` are pairs beside those,
 * whose later one is not among them. Gives what changed.
 */
async function settle(
  transaction: LedgerTransaction,
  unsettled: ReadonlySet<string>,
  more: readonly Pair[],
  known: LookedUp,
  memory: CopyMemory,
): Promise<StoredOverlap[]> {
  if (unsettled.size === 0) return []
  const own = await lookUpImprints(transaction, unsettled, known)
  const shingles = new Set(own.flatMap((imprint) => [...imprint.shingles]))
  await lookUpHolders(transaction, shingles, known)
  const firstOf = (shingle: number) => (known.holders.get(shingle) ?? []).slice(0, longest)
  await lookUpImprints(transaction, [...shingles].flatMap(firstOf), known)
  const holdersOf = (shingle: number) => firstOf(shingle).flatMap((id) => known.imprints.get(id) ?? [])
  const wanted = new Map(more.map((pair) => [keyOf(pair), pair]))
  const want = (pair: Pair) => wanted.set(keyOf(pair), pair)
  const settled: StoredImprint[] = []
  for (const imprint of own) {
    const { isBoilerplate, shared } = findOverlaps(imprint, holdersOf)
    if (isBoilerplate.some((flag, i) => flag !== imprint.isBoilerplate[i]))
      settled.push({ ...imprint, isBoilerplate })
    for (const [otherId, count] of shared) {
      const other = known.imprints.get(otherId)
      if (count >= leastShared && other && isBefore(other, imprint))
        want({ laterId: imprint.id, earlierId: otherId })
    }
  }
  await setBoilerplate(transaction, settled)
  for (const imprint of settled) known.imprints.set(imprint.id, imprint)
  const before = await findOverlappingPairs(transaction, unsettled)
  // What two make of each other follows from their words and their boilerplate: pairs in which neither changed stay.
  const changedIds = new Set(settled.map(({ id }) => id))
  const isAsItWas = ({ laterId, earlierId }: Pair) => !changedIds.has(laterId) && !changedIds.has(earlierId)
  const asked: Pair[] = []
  for (const pair of before) {
    // The side of the later one decides: where that one is settled, so is the pair.
    const isWanted = !unsettled.has(pair.laterId) || wanted.has(keyOf(pair))
    if (isWanted && isAsItWas(pair)) wanted.delete(keyOf(pair))
    else {
      asked.push(pair)
      if (isWanted) want(pair)
    }
  }
  return comparePairs(
    transaction,
    [...wanted.values()],
    await findOverlapsOfPairs(transaction, asked),
    known,
    memory,
  )
}

async function comparePairs(
  transaction: LedgerTransaction,
  pairs: readonly Pair[],
  before: readonly StoredOverlap[],
  known: LookedUp,
  memory: CopyMemory,
): Promise<StoredOverlap[]> {
  const { prints, imprints } = known
  const ids = new Set(pairs.flatMap(({ laterId, earlierId }) => [laterId, earlierId]))
  const missing = [...ids].filter((id) => !prints.has(id))
  for (const article of await findArticleRecords(transaction, missing)) {
    prints.set(article.id, toPrint(article))
    known.textIds.set(article.id, toTextId(article.text))
  }
  const rejected = await findRejectedCopies(transaction)
  const isRejected = ({ laterId, earlierId }: Pair) =>
    rejected.has(toPairKey(known.textIds.get(laterId) ?? '', known.textIds.get(earlierId) ?? ''))
  await lookUpImprints(transaction, ids, known)
  const sideOf = (id: string) => {
    const [print, imprint] = [prints.get(id), imprints.get(id)]
    if (print === undefined || imprint === undefined)
      throw new Error(`The imprint of article ${id} is missing.`)
    return { print, isBoilerplate: imprint.isBoilerplate }
  }
  const after = pairs.map(
    (pair): StoredOverlap => ({
      ...pair,
      copy: isRejected(pair) ? null : findCopy(sideOf(pair.laterId), sideOf(pair.earlierId)),
    }),
  )
  const [was, is] = [before, after].map((overlaps) => new Map(overlaps.map((one) => [keyOf(one), one])))
  const isKept = (one: StoredOverlap, other: StoredOverlap | undefined) =>
    other !== undefined && toComparable(one.copy) === toComparable(other.copy)
  const gone = before.filter((one) => !isKept(one, is?.get(keyOf(one))))
  const come = after.filter((one) => !isKept(one, was?.get(keyOf(one))))
  await deleteOverlaps(
    transaction,
    gone.map(({ laterId, earlierId }) => ({ laterId, earlierId })),
  )
  await insertOverlaps(transaction, come)
  memory.change(gone, come)
  return [...gone, ...come]
}

type Pair = Pick<StoredOverlap, 'laterId' | 'earlierId'>

const keyOf = ({ laterId, earlierId }: Pair) => `${laterId} ${earlierId}`

/** The sentences follow from the texts and from who took from whom. */
function toComparable(copy: Copy | null): string {
  if (copy === null) return ''
  const { sentences: _, ...rest } = copy
  return JSON.stringify(rest)
}

const touchedBy = (overlaps: readonly StoredOverlap[]) =>
  new Set(overlaps.flatMap(({ laterId, earlierId, copy }) => (copy === null ? [] : [laterId, earlierId])))
