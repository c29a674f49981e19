import type { Report } from '../records/report.ts'
import type { ReportLink } from './compare-reports.ts'
import { compareTimes } from './compare-times.ts'
import { findOpposition } from './find-opposition.ts'

/** Least share of the pairs between two groups that are linked for the two to be one: no chain of cut quotations. */
const leastLinked = 0.5

/**
 * Groups reports into claims: those that links join, the strongest first, as long as at least half of the pairs are
 * linked and none of the rest contradict each other. Each claim is in order of time, and the claims by their earliest.
 *
 * Depends on the reports and links alone, never on their order; what no link joins does not touch each other, so that the
 * groups of connected components by themselves are the groups of the whole.
 */
export function groupReports(
  reports: readonly Report[],
  links: readonly Pick<ReportLink, 'a' | 'b' | 'score' | 'relation'>[],
): Report[][] {
  const ordered = [...reports].sort(compareTimes)
  const placeOf = new Map(ordered.map(({ id }, i) => [id, i]))
  const relations = openRelations(ordered.length)
  const pairs: Pair[] = []
  for (const link of links) {
    const [a, b] = [placeOf.get(link.a), placeOf.get(link.b)]
    if (a === undefined || b === undefined) continue
    relations.set(a, b, link.relation === 'same' ? isLinked : isAgainst)
    if (link.relation === 'same') pairs.push({ a, b, score: link.score })
  }
  const groupOf = ordered.map((_, i) => i)
  const groups: (number[] | null)[] = ordered.map((_, i) => [i])
  const refused = new Set<string>()
  for (const { a, b } of inOrder(pairs, ordered)) {
    const [i, j] = [groupOf[a] ?? a, groupOf[b] ?? b]
    if (i === j) continue
    const [x, y] = [groups[i], groups[j]]
    if (!x || !y) continue
    // Two groups that have not changed since they were refused are refused again.
    const key = `${keyOf(i, j)} ${x.length} ${y.length}`
    if (refused.has(key)) continue
    if (!mayJoin(x, y, ordered, relations)) {
      refused.add(key)
      continue
    }
    const [into, from] = i < j ? [i, j] : [j, i]
    for (const member of groups[from] ?? []) {
      groups[into]?.push(member)
      groupOf[member] = into
    }
    groups[from] = null
  }
  return groups
    .filter((group) => group !== null)
    .map((group) => group.sort((a, b) => a - b).flatMap((member) => ordered[member] ?? []))
}

/** Two linked reports by their places; `a` has the lesser id. */
interface Pair {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** The strongest first, then by ids. Of many reprints most pairs score alike: they are sorted as numbers. */
function inOrder(pairs: readonly Pair[], reports: readonly Report[]): Pair[] {
  const byId = reports.map(({ id }, place) => ({ id, place })).sort((x, y) => compare(x.id, y.id))
  const rankOf = new Uint32Array(reports.length)
  for (const [rank, { place }] of byId.entries()) rankOf[place] = rank
  const byScore = new Map<number, Pair[]>()
  for (const pair of pairs) {
    const alike = byScore.get(pair.score)
    if (alike) alike.push(pair)
    else byScore.set(pair.score, [pair])
  }
  return [...byScore]
    .sort(([x], [y]) => y - x)
    .flatMap(([, alike]) => {
      const keys = new Float64Array(alike.length)
      for (const [i, { a, b }] of alike.entries())
        keys[i] = (rankOf[a] ?? 0) * reports.length + (rankOf[b] ?? 0)
      keys.sort()
      return Array.from(keys, (key): Pair => {
        const [a, b] = [byId[Math.floor(key / reports.length)], byId[key % reports.length]]
        return { a: a?.place ?? 0, b: b?.place ?? 0, score: alike[0]?.score ?? 0 }
      })
    })
}

const isLinked = 1
const isAgainst = 2

interface Relations {
  readonly get: (a: number, b: number) => number
  readonly set: (a: number, b: number, relation: number) => unknown
}

/** Up to so many, whoever is asked of stands at a place of its own: 16 MB at most; of more, few are linked. */
const mostDense = 4000

/** What stands between any two of so many. Who stands against another is not joined with it, whatever else is said of the two. */
function openRelations(count: number): Relations {
  const keyOf = (a: number, b: number) => (a < b ? a * count + b : b * count + a)
  if (count > mostDense) {
    const relations = new Map<number, number>()
    return {
      get: (a, b) => relations.get(keyOf(a, b)) ?? 0,
      set: (a, b, relation) =>
        relations.set(keyOf(a, b), Math.max(relations.get(keyOf(a, b)) ?? 0, relation)),
    }
  }
  const relations = new Uint8Array(count * count)
  return {
    get: (a, b) => relations[keyOf(a, b)] ?? 0,
    set: (a, b, relation) => {
      relations[keyOf(a, b)] = Math.max(relations[keyOf(a, b)] ?? 0, relation)
    },
  }
}

function mayJoin(
  x: readonly number[],
  y: readonly number[],
  reports: readonly Report[],
  relations: Relations,
): boolean {
  let [known, pairs] = [0, 0]
  // Who denies both of two claims does not make them one: between supporters, supporters alone are counted.
  const isSupported = [x, y].every((group) => group.some((member) => !isDenial(reports[member])))
  const apart: [number, number][] = []
  for (const a of x) {
    for (const b of y) {
      const relation = relations.get(a, b)
      if (relation === isAgainst) return false
      if (relation !== isLinked) apart.push([a, b])
      if (isSupported && (isDenial(reports[a]) || isDenial(reports[b]))) continue
      pairs++
      if (relation === isLinked) known++
    }
  }
  if (known < leastLinked * pairs) return false
  return apart.every(([a, b]) => {
    const [report, other] = [reports[a], reports[b]]
    return !report || !other || findOpposition(report, other) === null
  })
}

/** Or a doubt: who doubts two claims says no more of whether they are one. */
const isDenial = (report: Report | undefined) => report?.stance === 'denies' || report?.stance === 'doubts'
const keyOf = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
