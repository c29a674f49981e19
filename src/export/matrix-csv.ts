import type { MatrixCell, OutletMatrix } from '../records/outlet-matrix.ts'
import { type Cell, writeCell } from './write-cell.ts'

const columns: readonly (readonly [
  name: string,
  cell: (row: OutletMatrix['rows'][number]['claim']) => Cell,
])[] = [
  ['claim_id', ({ id }) => id],
  ['proposition', ({ proposition }) => proposition],
  ['source', ({ sourceEntity, source }) => sourceEntity ?? source],
  ['first_published_at', ({ firstPublishedAt }) => firstPublishedAt],
  ['origins', ({ origins }) => origins],
  ['reports', ({ reports }) => reports],
  ['copies', ({ copies }) => copies],
  ['outlets', ({ outlets }) => outlets],
]

/**
 * A table of who tells what as comma-separated values, one row a claim, then one column an outlet, by its name:
 * `tells first reported`, `copies hedged`, `tells denies`; empty where the outlet is silent on it.
 */
export function toMatrixCsv({ outlets, rows }: OutletMatrix): string {
  const header = [...columns.map(([name]) => name), ...outlets.map(({ name }) => name)]
  const lines = rows.map(({ claim, cells }) => {
    const byOutlet = new Map(cells.map((cell) => [cell.outlet, tellCell(cell)]))
    return [
      ...columns.map(([, cell]) => cell(claim)),
      ...outlets.map((_outlet, i) => byOutlet.get(i) ?? null),
    ]
  })
  return [header, ...lines].map((line) => `${line.map(writeCell).join(',')}\r\n`).join('')
}

const tellCell = ({ telling, isFirst, hasDenial, modalities }: MatrixCell): string =>
  [
    telling,
    ...(isFirst ? ['first'] : []),
    ...(hasDenial && telling !== 'denies' ? ['denies'] : []),
    ...modalities.filter((modality) => modality !== 'denied'),
  ].join(' ')
