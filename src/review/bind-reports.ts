import type { Bond, Report } from '../records/report.ts'
import type { PairAct } from '../records/review.ts'
import { findReport } from './find-report.ts'

/** The reports of one text with the bonds that these acts lay on them; the acts are those that hold. */
export function bindReports(reports: readonly Report[], textId: string, acts: readonly PairAct[]): Report[] {
  const bonds = new Map<Report, Bond[]>()
  for (const act of acts) {
    for (const side of ['these', 'those'] as const) {
      const found = act[side]
        .filter((anchor) => anchor.textId === textId)
        .map((anchor) => findReport(anchor, reports))
      for (const report of new Set(found)) {
        if (report === null) continue
        const bond: Bond = {
          act: act.id,
          at: act.at,
          relation: act.kind === 'merge' ? 'same' : 'apart',
          side,
        }
        bonds.set(report, [...(bonds.get(report) ?? []), bond])
      }
    }
  }
  return reports.map((report) => ({ ...report, bonds: (bonds.get(report) ?? []).sort(byTime) }))
}

/** Keys under which reports find each other that a bond joins or parts, however unlike and far apart in time. */
export const findBondKeys = ({ bonds }: Report): string[] => [
  ...new Set(bonds.map(({ act }) => `bond ${act}`)),
]

/**
 * What analysts said last of two reports; null where nobody spoke of them. Whoever splits reports off leaves the rest one
 * claim, though it were the others that held it together.
 */
export function judgeBonds(a: Report, b: Report): Bond['relation'] | null {
  const said = a.bonds.flatMap((bond) => {
    const sides = b.bonds.filter(({ act }) => act === bond.act).map(({ side }) => side)
    if (sides.some((side) => side !== bond.side)) return bond
    return bond.relation === 'apart' && bond.side === 'those' && sides.includes('those')
      ? { ...bond, relation: 'same' as const }
      : []
  })
  return said.sort(byTime).at(-1)?.relation ?? null
}

const byTime = (a: Bond, b: Bond) => compare(a.at, b.at) || compare(a.act, b.act) || compare(a.side, b.side)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
