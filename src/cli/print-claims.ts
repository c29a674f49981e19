import type { Claim } from '../records/claim.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { withoutSteering } from './without-steering.ts'

/** Claims in a table: how many reports and outlets stand behind each, who says so, how surely, and the words. */
export function printClaims(claims: readonly Claim[], { width, colours }: Io): string {
  return layTable(
    [
      { head: 'reports', width: 7, side: 'right' },
      { head: 'outlets', width: 7, side: 'right' },
      { head: 'how', width: 11 },
      { head: 'source', width: 24, lines: 2 },
      { head: 'says', lines: 2 },
    ],
    withoutSteering(claims).map(({ reports, outlets, modalities, source, proposition }) => [
      String(reports.length),
      String(outlets.length),
      modalities.join(', ') || '-',
      source ?? '-',
      proposition,
    ]),
    { width, bold: colours.bold },
  )
}
