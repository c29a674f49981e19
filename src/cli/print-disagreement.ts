import type { Claim, Report } from '../records/claim.ts'
import type { Disagreement } from '../records/disagreement.ts'
import { countOf } from './count-of.ts'
import { describeInstant } from './describe-instant.ts'
import { signOf } from './describe-origin.ts'
import type { Io } from './io.ts'
import { pad, shorten, wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'

const gap = '  │ '
const narrowest = 24

/**
 * The sides of a disagreement beside each other, each with its value, the origins that stand on it and the outlets that
 * print it; one under the other where columns would be too narrow, and in a pipe.
 */
export function printDisagreement(
  { kind, isUpdate, otherClaim, sides }: Disagreement,
  claim: Claim,
  shortId: (id: string) => string,
  io: Io,
): string {
  const { bold } = io.colours
  const width = lineWidth(io) - 2
  const head = [
    bold(isUpdate ? `${kind}, brought up to date` : kind),
    ...(otherClaim === null ? [] : [`against claim ${shortId(otherClaim)}`]),
  ].join(' · ')
  const columns = sides.map(({ value, reports: ids, origins }) => {
    const reports = ids.flatMap((id) => claim.reports.find((report) => report.id === id) ?? [])
    return [
      `“${value.replace(/\s+/g, ' ')}”`,
      ...origins.map((id) => {
        const origin = claim.provenance.origins.find((known) => known.id === id)
        return `${origin ? signOf(origin) : '○'} ${origin?.name ?? id}`
      }),
      // The reports of another claim are told there.
      reports.length === 0 && otherClaim !== null
        ? `told by claim ${shortId(otherClaim)}`
        : countOf(new Set(reports.map(({ articleId }) => articleId)).size, 'report'),
      ...firstOfOutlets(reports),
    ]
  })
  const each = Math.floor((width - gap.length * (columns.length - 1)) / Math.max(1, columns.length))
  if (!Number.isFinite(width) || each < narrowest)
    return [head, ...columns.flatMap((lines) => hang(lines, width - 2))].map((line) => `  ${line}`).join('\n')
  const cells = columns.map((lines) => hang(lines, each))
  const height = Math.max(...cells.map(({ length }) => length))
  return [
    head,
    ...Array.from({ length: height }, (_, row) =>
      cells
        .map((lines) => pad(lines[row] ?? '', each))
        .join(gap)
        .trimEnd(),
    ),
  ]
    .map((line) => `  ${line}`)
    .join('\n')
}

/** The value, and under it what stands behind it. */
const hang = ([value = '', ...behind]: readonly string[], width: number): string[] => [
  ...wrap(value, width).map((line) => shorten(line, width)),
  ...behind.map((line) => `  ${shorten(line, width - 2)}`),
]

function firstOfOutlets(reports: readonly Report[]): string[] {
  const first = new Map<string, string>()
  for (const { outlet, publishedAt } of reports) {
    const name = outlet ?? 'no outlet'
    if (!first.has(name)) first.set(name, `${name}, ${describeInstant(publishedAt)}`)
  }
  return [...first.values()]
}
