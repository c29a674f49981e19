/** What stands in a table: words, a number, or nothing. */
export type Cell = string | number | null

/**
 * A cell of comma-separated values (RFC 4180).
 *
 * One that a spreadsheet would take for a formula gets an apostrophe before it, since its words come from pages that
 * anybody may write.
 */
export function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
