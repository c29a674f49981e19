/** Two items, by their numbers, and how alike they are. */
export type Likeness = readonly [a: number, b: number, score: number]

export interface MergeLimits {
  /** What two items without a link are taken to be alike. */
  readonly unlinked: number
  /** Least mean likeness across two clusters that lets them merge. */
  readonly leastMean: number
  /**
   * By size, the largest first: two clusters of at least this size merge only where they are, across, at least this
   * share as alike as the looser one is within. Smaller ones are bound by the mean alone.
   */
  readonly leastShares: readonly { readonly size: number; readonly share: number }[]
}

interface Cluster {
  readonly items: number[]
  /** Sum of the likeness within, over what unlinked items are alike. */
  within: number
  /** By cluster, the same sum across. */
  readonly across: Map<number, number>
  isGone: boolean
}

interface Candidate {
  readonly a: number
  readonly b: number
  readonly mean: number
}

/**
 * Average-linkage clustering over a sparse graph: the two most alike clusters merge first, each measured against all of
 * the other’s items, so that a chain of pairs makes no cluster.
 *
 * The shares keep two tight clusters apart that a common topic brings over the first. Ties go to the lower
 * numbers, so equal input gives equal output; clusters without a link between them do not touch each other, so every
 * connected component may be clustered by itself. Takes O(links · log links) for clusters of bounded degree.
 *
 * @returns the clusters, each in order of its numbers, in order of their first.
 */
export function mergeClusters(count: number, links: readonly Likeness[], limits: MergeLimits): number[][] {
  const clusters = Array.from(
    { length: count },
    (_, item): Cluster => ({
      items: [item],
      within: 0,
      across: new Map(),
      isGone: false,
    }),
  )
  const at = (index: number) => clusters[index] as Cluster
  for (const [a, b, score] of links) {
    at(a).across.set(b, score - limits.unlinked)
    at(b).across.set(a, score - limits.unlinked)
  }
  const meanAcross = (a: number, b: number) =>
    limits.unlinked + (at(a).across.get(b) ?? 0) / (at(a).items.length * at(b).items.length)
  const heap: Candidate[] = []
  const offer = (x: number, y: number) => {
    const [a, b] = x < y ? [x, y] : [y, x]
    const mean = meanAcross(a, b)
    if (mean >= limits.leastMean) push(heap, { a, b, mean })
  }
  for (const [a, b] of links) offer(a, b)
  for (let next = pop(heap); next !== undefined; next = pop(heap)) {
    const { a, b, mean } = next
    // What was offered before either grew is out of date; a new offer was made then.
    if (at(a).isGone || at(b).isGone || meanAcross(a, b) !== mean) continue
    if (!mayMerge(at(a), at(b), mean, limits)) continue
    merge(clusters, a, b)
    for (const neighbour of at(a).across.keys()) offer(a, neighbour)
  }
  return clusters
    .filter(({ isGone }) => !isGone)
    .map(({ items }) => [...items].sort((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b)
}

function mayMerge(a: Cluster, b: Cluster, mean: number, limits: MergeLimits): boolean {
  const smaller = Math.min(a.items.length, b.items.length)
  const least = limits.leastShares.find(({ size }) => smaller >= size)
  if (least === undefined) return true
  return mean >= least.share * Math.min(meanWithin(a, limits), meanWithin(b, limits))
}

const meanWithin = ({ items, within }: Cluster, { unlinked }: MergeLimits) =>
  unlinked + within / ((items.length * (items.length - 1)) / 2)

/** Takes the second cluster into the first. */
function merge(clusters: readonly Cluster[], a: number, b: number): void {
  const [kept, gone] = [clusters[a] as Cluster, clusters[b] as Cluster]
  kept.within += gone.within + (kept.across.get(b) ?? 0)
  kept.items.push(...gone.items)
  kept.across.delete(b)
  for (const [neighbour, sum] of gone.across) {
    if (neighbour === a) continue
    const both = sum + (kept.across.get(neighbour) ?? 0)
    kept.across.set(neighbour, both)
    const { across } = clusters[neighbour] as Cluster
    across.delete(b)
    across.set(a, both)
  }
  gone.across.clear()
  gone.isGone = true
}

/** The most alike first; ties by number. */
const isBefore = (x: Candidate, y: Candidate) =>
  x.mean !== y.mean ? x.mean > y.mean : x.a !== y.a ? x.a < y.a : x.b < y.b

function push(heap: Candidate[], candidate: Candidate): void {
  let at = heap.push(candidate) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(candidate, heap[parent] as Candidate)) break
    heap[at] = heap[parent] as Candidate
    at = parent
  }
  heap[at] = candidate
}

function pop(heap: Candidate[]): Candidate | undefined {
  const [first] = heap
  const last = heap.pop()
  if (first === undefined || last === undefined || heap.length === 0) return first
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Candidate, heap[child] as Candidate)) child++
    if (!isBefore(heap[child] as Candidate, last)) break
    heap[at] = heap[child] as Candidate
    at = child
  }
  heap[at] = last
  return first
}
