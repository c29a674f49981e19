import type { Claim } from '../records/claim.ts'
import { summariseClaim } from '../records/claim-summary.ts'
import type { MatrixCell, OutletMatrix } from '../records/outlet-matrix.ts'
import type { Report } from '../records/report.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import { compareTimes } from './compare-times.ts'
import { toMs } from './to-ms.ts'

const dayMs = 86_400_000

/** A cell with the name of its outlet. */
type NamedCell = Omit<MatrixCell, 'outlet'> & { readonly name: string }

/**
 * Puts who tells these claims side by side: a row for each claim, in the order given, and a column for each outlet, that of
 * most claims first. Reports without an outlet have no column.
 */
export function toOutletMatrix(claims: readonly Claim[], moreClaims = 0): OutletMatrix {
  const rows = claims.map((claim) => ({ claim, cells: toCells(claim) }))
  const tallies = new Map<string, { name: string; claims: number; firsts: number; copies: number }>()
  for (const { cells } of rows) {
    const isAlone = cells.filter(({ isFirst }) => isFirst).length === 1
    for (const { name, isFirst, telling } of cells) {
      const key = toOutletKey(name)
      const tally = tallies.get(key) ?? { name, claims: 0, firsts: 0, copies: 0 }
      tallies.set(key, tally)
      tally.claims++
      if (isFirst && isAlone && cells.length > 1) tally.firsts++
      if (telling === 'copies') tally.copies++
    }
  }
  const outlets = [...tallies.values()].sort(
    (a, b) => b.claims - a.claims || b.firsts - a.firsts || (a.name < b.name ? -1 : 1),
  )
  const place = new Map(outlets.map(({ name }, i) => [toOutletKey(name), i]))
  return {
    outlets,
    rows: rows.map(({ claim, cells }) => ({
      claim: summariseClaim(claim),
      cells: cells
        .map(({ name, ...cell }): MatrixCell => ({ outlet: place.get(toOutletKey(name)) ?? 0, ...cell }))
        .sort((a, b) => a.outlet - b.outlet),
    })),
    moreClaims,
  }
}

function toCells(claim: Claim): NamedCell[] {
  const { provenance } = claim
  const copied = new Set(provenance.edges.flatMap(({ why, from }) => (why === 'copies' ? [from] : [])))
  // A claim may itself be told as a denial: only what stands against the claim is one here.
  const against = new Set(
    provenance.origins.flatMap((origin) => (origin.side === 'deny' ? origin.reports : [])),
  )
  const reportsOf = new Map<string, Report[]>()
  for (const report of [...claim.reports].sort(compareTimes)) {
    if (report.outlet === null) continue
    const key = toOutletKey(report.outlet)
    const own = reportsOf.get(key)
    if (own) own.push(report)
    else reportsOf.set(key, [report])
  }
  const spans = [...reportsOf].flatMap(([key, [first]]) => (first ? [{ key, ...toSpan(first) }] : []))
  return [...reportsOf].flatMap(([key, reports]): NamedCell[] => {
    const [first] = reports
    if (!first?.outlet) return []
    const own = toSpan(first)
    return [
      {
        name: first.outlet,
        telling: toTelling(reports, copied, against),
        hasDenial: reports.some(({ id }) => against.has(id)),
        isFirst: spans.every((other) => other.key === key || !(other.to < own.from)) && own.from > -Infinity,
        modalities: [...new Set(reports.flatMap(({ modality }) => modality ?? []))],
        publishedAt: first.publishedAt,
        articleId: first.articleId,
        kind: first.kind,
        ordinal: first.ordinal,
      },
    ]
  })
}

function toTelling(
  reports: readonly Report[],
  copied: ReadonlySet<string>,
  against: ReadonlySet<string>,
): MatrixCell['telling'] {
  const telling = reports.filter(
    ({ id, stance }) => stance !== 'silent' && stance !== 'doubts' && !against.has(id),
  )
  if (telling.length > 0) return telling.every(({ id }) => copied.has(id)) ? 'copies' : 'tells'
  if (reports.some(({ id }) => against.has(id))) return 'denies'
  return reports.some(({ stance }) => stance === 'doubts') ? 'doubts' : 'silent'
}

/** The instants between which a report was published: “2026-03-04” may be any of that day. Of an undated one, any at all. */
function toSpan({ publishedAt }: Report): { from: number; to: number } {
  const from = toMs(publishedAt)
  if (Number.isNaN(from)) return { from: -Infinity, to: Infinity }
  return { from, to: publishedAt?.includes('T') ? from : from + dayMs - 1 }
}
