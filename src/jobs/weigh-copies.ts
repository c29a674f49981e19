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
import { deleteOverlaps, findOverlapsOf, insertOverlaps, type StoredOverlap } from '../ledger/overlaps.ts'
import type { Article } from '../records/article.ts'
import type { Copy } from '../records/copy.ts'
import { findCopy, leastShared } from '../weigh/compare-prints.ts'
import { findOverlaps } from '../weigh/find-boilerplate.ts'
import { isBefore } from '../weigh/find-direction.ts'
import { type ChangedList, findUnsettled } from '../weigh/find-unsettled.ts'
import { PostingLists } from '../weigh/posting-lists.ts'
import { type Print, toPrint } from '../weigh/to-print.ts'

const { longest } = PostingLists

/**
 * Takes an article in among those that are searched for copies; gives the others among which copies were found or lost
 * by it. What it is itself a copy of is not told: all that it reports is weighed anyway.
 */
export async function addToCopies(transaction: LedgerTransaction, article: Article): Promise<Set<string>> {
  const print = toPrint(article)
  const { id, shingles, published, host, outlet } = print
  const added = { id, shingles, published, host, outlet, isBoilerplate: new Uint8Array(shingles.length) }
  await insertImprint(transaction, added)
  const { lists, imprints } = await findLists(transaction, added, true)
  imprints.set(id, added)
  const unsettled = findUnsettled(added, true, lists)
  // Later ones that hold its phrases count themselves what they share with it.
  const sharing = countSharing(added, lists)
  const changed = await settle(transaction, new Map([[id, print]]), new Set([id, ...unsettled]), (settled) =>
    [...sharing].flatMap(([laterId, count]) =>
      count >= leastShared && !settled.has(laterId) ? [{ laterId, earlierId: id }] : [],
    ),
  )
  return touchedBy(changed.filter(({ laterId, earlierId }) => laterId !== id && earlierId !== id))
}

/** Takes an article out again; gives the others among which copies were found or lost by that. */
export async function takeFromCopies(
  transaction: LedgerTransaction,
  articleId: string,
): Promise<Set<string>> {
  const removed = (await findImprints(transaction, [articleId])).get(articleId)
  if (removed === undefined) return new Set()
  const { lists } = await findLists(transaction, removed, false)
  await deleteImprint(transaction, removed)
  return touchedBy(await settle(transaction, new Map(), findUnsettled(removed, false, lists), () => []))
}

/**
 * The lists of first holders that a print has changed by coming, or will by going: it is in the ledger in both cases.
 */
async function findLists(
  transaction: LedgerTransaction,
  changed: StoredImprint,
  isAdded: boolean,
): Promise<{ lists: ChangedList[]; imprints: Map<string, StoredImprint> }> {
  const held = await findHolders(transaction, changed.shingles, longest + 1)
  const lists = new Map([...held].filter(([, ids]) => ids.slice(0, longest).includes(changed.id)))
  const full = [...lists].filter(([, ids]) => ids.length > longest).map(([shingle]) => shingle)
  // Everybody who holds a phrase that a full list gained or lost: seldom asked for, since few come before the first 64.
  const everybody = await findHolders(transaction, full, 1_000_000_000)
  const imprints = await findImprints(transaction, [...lists.values(), ...everybody.values()].flat())
  const known = (ids: readonly string[]) => ids.flatMap((id) => imprints.get(id) ?? [])
  return {
    imprints,
    lists: [...lists].map(([shingle, ids]) => {
      const first = isAdded ? ids.slice(0, longest) : ids.filter((id) => id !== changed.id)
      const others = (everybody.get(shingle) ?? []).slice(longest + 1)
      const [moved = null] = known(ids.slice(longest, longest + 1))
      return { shingle, holders: known(first), moved, others: known(others) }
    }),
  }
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
 * Finds anew what these share with others, and compares the pairs that this concerns; `findMore` gives pairs beside
 * those, whose later one is not among them. Gives what changed.
 */
async function settle(
  transaction: LedgerTransaction,
  prints: Map<string, Print>,
  unsettled: ReadonlySet<string>,
  findMore: (settled: ReadonlySet<string>) => Pick<StoredOverlap, 'laterId' | 'earlierId'>[],
): Promise<StoredOverlap[]> {
  if (unsettled.size === 0) return []
  const own = await findImprints(transaction, unsettled)
  const held = await findHolders(
    transaction,
    new Set([...own.values()].flatMap(({ shingles }) => [...shingles])),
    longest,
  )
  const imprints = await findImprints(transaction, [...held.values()].flat())
  const holdersOf = (shingle: number) => (held.get(shingle) ?? []).flatMap((id) => imprints.get(id) ?? [])
  const settled = new Map<string, Uint8Array>()
  const wanted = new Map<string, Pick<StoredOverlap, 'laterId' | 'earlierId'>>()
  const want = (pair: Pick<StoredOverlap, 'laterId' | 'earlierId'>) => wanted.set(keyOf(pair), pair)
  for (const [id, imprint] of own) {
    const { isBoilerplate, shared } = findOverlaps(imprint, holdersOf)
    settled.set(id, isBoilerplate)
    for (const [otherId, count] of shared) {
      const other = imprints.get(otherId)
      if (count >= leastShared && other && isBefore(other, imprint)) want({ laterId: id, earlierId: otherId })
    }
  }
  await setBoilerplate(
    transaction,
    [...settled].map(([id, isBoilerplate]) => ({ id, isBoilerplate })),
  )
  for (const pair of findMore(unsettled)) want(pair)
  const before = await findOverlapsOf(transaction, unsettled)
  // The side of the later one decides: where that one is settled, so is the pair.
  for (const pair of before) if (!unsettled.has(pair.laterId)) want(pair)
  return comparePairs(transaction, prints, [...wanted.values()], before)
}

async function comparePairs(
  transaction: LedgerTransaction,
  prints: Map<string, Print>,
  pairs: readonly Pick<StoredOverlap, 'laterId' | 'earlierId'>[],
  before: readonly StoredOverlap[],
): Promise<StoredOverlap[]> {
  const ids = new Set(pairs.flatMap(({ laterId, earlierId }) => [laterId, earlierId]))
  const missing = [...ids].filter((id) => !prints.has(id))
  for (const article of await findArticleRecords(transaction, missing))
    prints.set(article.id, toPrint(article))
  const imprints = await findImprints(transaction, ids)
  const sideOf = (id: string) => {
    const [print, imprint] = [prints.get(id), imprints.get(id)]
    if (print === undefined || imprint === undefined)
      throw new Error(`The imprint of article ${id} is missing.`)
    return { print, isBoilerplate: imprint.isBoilerplate }
  }
  const after = pairs.map(
    (pair): StoredOverlap => ({ ...pair, copy: findCopy(sideOf(pair.laterId), sideOf(pair.earlierId)) }),
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
  return [...gone, ...come]
}

const keyOf = ({ laterId, earlierId }: Pick<StoredOverlap, 'laterId' | 'earlierId'>) =>
  `${laterId} ${earlierId}`

/** The sentences follow from the texts and from who took from whom. */
function toComparable(copy: Copy | null): string {
  if (copy === null) return ''
  const { sentences: _, ...rest } = copy
  return JSON.stringify(rest)
}

const touchedBy = (overlaps: readonly StoredOverlap[]) =>
  new Set(overlaps.flatMap(({ laterId, earlierId, copy }) => (copy === null ? [] : [laterId, earlierId])))
