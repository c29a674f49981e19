/** A row of a table, with the line of its file that it stands in, counted from 1. */
export interface Row {
  readonly line: number
  /** Cells by column; a missing column is an empty cell. */
  readonly cell: (column: string) => string
  /** The cell’s parts between semicolons, without empty ones. */
  readonly list: (column: string) => string[]
}

/**
 * Parses a table of tab-separated values whose first line names the columns; `#` opens a comment.
 *
 * @throws {Error} naming file and line when a row has more cells than there are columns, or lacks a needed one.
 */
export function parseRows(file: string, content: string, needed: readonly string[]): Row[] {
  let columns: string[] | null = null
  const places = new Map<string, number>()
  const rows: Row[] = []
  for (const [i, raw] of content.split('\n').entries()) {
    const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (text === '' || text.startsWith('#')) continue
    const cells = text.split('\t')
    if (!columns) {
      columns = cells
      for (const [k, column] of columns.entries()) places.set(column, k)
      for (const column of needed)
        if (!columns.includes(column)) throw new Error(`${file}, line ${i + 1}: no column “${column}”`)
      continue
    }
    if (cells.length > columns.length)
      throw new Error(`${file}, line ${i + 1}: ${cells.length} cells for ${columns.length} columns`)
    const cell = (column: string) => {
      const at = places.get(column)
      return at === undefined ? '' : (cells[at] ?? '').trim()
    }
    for (const column of needed)
      if (cell(column) === '') throw new Error(`${file}, line ${i + 1}: “${column}” is empty`)
    const list = (column: string) => {
      const parts = cell(column)
      if (parts === '') return []
      return parts.includes(';') ? parts.split(';').flatMap((part) => part.trim() || []) : [parts]
    }
    rows.push({ line: i + 1, cell, list })
  }
  return rows
}
