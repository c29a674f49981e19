import type { EventRow, RowActor } from './event-row.ts'
import type { EventFormat } from './format.ts'
import { type Cell, writeCell } from './write-cell.ts'

/** A column’s name, and what stands in it. */
const columns: readonly (readonly [name: string, cell: (row: EventRow) => Cell])[] = [
  ['id', (row) => row.id],
  ['published_at', (row) => row.article.publishedAt],
  ['outlet', (row) => row.article.outlet],
  ['url', (row) => row.article.url],
  ['title', (row) => row.article.title],
  ['type', (row) => row.type],
  ['mode', (row) => row.mode],
  ['cameo', (row) => row.cameo],
  ['quad_class', (row) => row.quadClass],
  ['goldstein', (row) => row.goldstein],
  ['contexts', (row) => row.contexts.join(';')],
  ['auxiliaries', (row) => row.auxiliaries.join(';')],
  ...actorColumns('actor', (row) => row.actor),
  ...actorColumns('recipient', (row) => row.recipient),
  ['from', (row) => row.when?.from ?? null],
  ['to', (row) => row.when?.to ?? null],
  ['precision', (row) => row.when?.precision ?? null],
  ['time_basis', (row) => row.when?.basis ?? null],
  ['place', (row) => row.where?.words ?? null],
  ['modality', (row) => row.modality],
  ['condition', (row) => row.condition?.words ?? null],
  ['said_by', (row) => row.saidBy.map(({ name, words }) => name ?? words ?? '(nobody named)').join(' < ')],
  ['counts', (row) => row.counts.map(writeCount).join(';')],
  ['sentence', (row) => row.sentence?.words ?? null],
  ['sentence_start', (row) => row.sentence?.start ?? null],
  ['sentence_end', (row) => row.sentence?.end ?? null],
]

/**
 * Comma-separated values (RFC 4180), a line of names first; lists joined by semicolons.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it (`writeCell`); `jsonl` has the words as
 * they are.
 */
export const csv: EventFormat = {
  name: 'csv',
  summary: 'a table for spreadsheets and R, one row an event',
  mediaType: 'text/csv',
  header: columns.map(([name]) => name).join(','),
  toLine: (row) => columns.map(([, cell]) => writeCell(cell(row))).join(','),
}

function actorColumns(name: string, actorOf: (row: EventRow) => RowActor | null): typeof columns {
  return [
    [name, (row) => actorOf(row)?.words ?? null],
    [`${name}_name`, (row) => actorOf(row)?.name ?? null],
    [`${name}_role`, (row) => actorOf(row)?.role ?? null],
    [`${name}_country`, (row) => actorOf(row)?.country ?? null],
    [`${name}_code`, (row) => actorOf(row)?.code ?? null],
  ]
}

/** “killed 12..”: at least twelve; “troops ~3000..3000”: about three thousand. */
function writeCount({ of, min, max, unit, isApproximate }: EventRow['counts'][number]): string {
  const range = min === max ? String(min) : `${min ?? ''}..${max ?? ''}`
  return [of, `${isApproximate ? '~' : ''}${range}`, of === 'money' || of === 'other' ? unit : null]
    .filter((part) => part !== null)
    .join(' ')
}
