import type { OutletSummary } from '../records/outlet-profile.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { withoutSteering } from './without-steering.ts'

const heads = ['articles', 'claims', 'first', 'own', 'copied', 'copies', 'edits'] as const

/** Outlets in a table: what is counted of them, the analyst’s grade, whether a state runs them, their name. */
export function printOutlets(found: readonly OutletSummary[], io: Io): string {
  return layTable(
    [
      ...heads.map((head) => ({ head, width: 9, side: 'right' }) as const),
      { head: 'grade', width: 5 },
      { head: 'state-run', width: 16 },
      { head: 'outlet', lines: 2 },
    ],
    withoutSteering(found).map((outlet) => [
      String(outlet.articles),
      String(outlet.claims),
      `${outlet.first}/${outlet.shared}`,
      `${outlet.own}/${outlet.claims}`,
      String(outlet.copied),
      String(outlet.copies),
      String(outlet.silentEdits),
      outlet.reliability ?? '-',
      outlet.known === null ? 'not in the table' : outlet.known.isStateRun ? 'yes' : 'no',
      [outlet.name, outlet.known?.country ?? null].filter((part) => part !== null).join(', '),
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )
}
