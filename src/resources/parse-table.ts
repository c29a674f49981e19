/**
 * Parses a table of tab-separated values whose first line names the columns.
 *
 * @throws {Error} naming the table and the line when a row has too few or too many cells.
 */
export function parseTable(name: string, content: string): Record<string, string>[] {
  const [head = '', ...lines] = content.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const columns = head.split('\t')
  return lines.map((line, i) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length) {
      throw new Error(
        `${name}, row ${i + 1}: ${cells.length} cells where ${columns.length} are needed: ${line}`,
      )
    }
    return Object.fromEntries(columns.map((column, k) => [column, cells[k] ?? '']))
  })
}
