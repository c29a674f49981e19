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
export function groupReports(reports: readonly Report[], links: readonly ReportLink[]): Report[][] {
  const ordered = [...reports].sort(compareTimes)
  const placeOf = new Map(ordered.map(({ id }, i) => [id, i]))
  const linked = new Set<string>()
  const against = new Set<string>()
  const pairs: { a: number; b: number; link: ReportLink }[] = []
  for (const link of links) {
    const [a, b] = [placeOf.get(link.a), placeOf.get(link.b)]
    if (a === undefined || b === undefined) continue
    if (link.relation === 'against') against.add(keyOf(a, b))
    else {
      linked.add(keyOf(a, b))
      pairs.push({ a, b, link })
    }
  }
  pairs.sort(
    (x, y) => y.link.score - x.link.score || compare(x.link.a, y.link.a) || compare(x.link.b, y.link.b),
  )
  const groupOf = ordered.map((_, i) => i)
  const groups: (number[] | null)[] = ordered.map((_, i) => [i])
  const refused = new Set<string>()
  for (const { a, b } of pairs) {
    const [i, j] = [groupOf[a] ?? a, groupOf[b] ?? b]
    const [x, y] = [groups[i], groups[j]]
    if (i === j || !x || !y) continue
    // Two groups that have not changed since they were refused are refused again.
    const key = `${keyOf(i, j)} ${x.length} ${y.length}`
    if (refused.has(key)) continue
    if (!mayJoin(x, y, ordered, linked, against)) {
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

function mayJoin(
  x: readonly number[],
  y: readonly number[],
  reports: readonly Report[],
  linked: ReadonlySet<string>,
  against: ReadonlySet<string>,
): boolean {
  let [known, pairs] = [0, 0]
  // Who denies both of two claims does not make them one: between supporters, supporters alone are counted.
  const [supportX, supportY] = [x, y].map((group) => group.filter((member) => !isDenial(reports[member])))
  const isSupported = (supportX?.length ?? 0) > 0 && (supportY?.length ?? 0) > 0
  const apart: [number, number][] = []
  for (const a of x) {
    for (const b of y) {
      const key = keyOf(a, b)
      if (against.has(key)) return false
      const isLinked = linked.has(key)
      if (!isLinked) apart.push([a, b])
      if (isSupported && (isDenial(reports[a]) || isDenial(reports[b]))) continue
      pairs++
      if (isLinked) known++
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
