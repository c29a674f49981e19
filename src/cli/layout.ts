import stringWidth from 'string-width'

/** Cuts text to a width in columns, with an ellipsis where something was cut. */
export function shorten(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (stringWidth(line) <= width) return line
  let cut = ''
  for (const { segment } of segmenter.segment(line)) {
    if (stringWidth(cut + segment) > width - 1) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Pads text to a width in columns; colour codes take none, and a width without end is not filled. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const gap = Number.isFinite(width) ? ' '.repeat(Math.max(0, width - stringWidth(text))) : ''
  return side === 'left' ? gap + text : text + gap
}

/** Breaks text into lines of at most `width` columns at white space; a longer word has a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}

/** A column of a table; the one without a width takes what is left. A line break in a cell starts a line there. */
export interface Column {
  readonly head: string
  readonly width?: number
  /** On which side of the column its cells stand; left unless said. */
  readonly side?: 'left' | 'right'
  /** How many lines a cell may take before it is cut; 1 unless said. */
  readonly lines?: number
}

/**
 * Lays rows out under their heads; cells are broken or cut to their column. Where the width has no end, as in a pipe,
 * nothing is cut, and a row is a line.
 */
export function layTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, bold }: { readonly width: number; readonly bold: (text: string) => string },
): string {
  const widths = columnWidths(columns, rows, width)
  const toLines = (cells: readonly string[]) => {
    const broken = columns.map((column, c) => breakCell(cells[c] ?? '', widths[c] ?? 0, column.lines ?? 1))
    const height = Math.max(...broken.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      columns
        .map((column, c) =>
          pad(broken[c]?.[line] ?? '', widths[c] ?? 0, column.side === 'right' ? 'left' : 'right'),
        )
        .join('  ')
        .trimEnd(),
    )
  }
  return [bold(toLines(columns.map(({ head }) => head)).join('\n')), ...rows.flatMap(toLines)].join('\n')
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const most = (column: Column) => (Number.isFinite(width) ? column.width : width) ?? width
  const fixed = columns.map((column, c) =>
    column.width === undefined
      ? null
      : Math.min(most(column), Math.max(column.head.length, ...rows.map((row) => stringWidth(row[c] ?? '')))),
  )
  const taken = fixed.reduce<number>((sum, size) => sum + (size ?? 0) + 2, -2)
  return fixed.map((size) => size ?? Math.max(16, width - taken))
}

function breakCell(text: string, width: number, most: number): string[] {
  const [first = '', ...own] = text.split('\n')
  return [...breakText(first, width, most), ...own.map((line) => shorten(line, width))]
}

function breakText(text: string, width: number, most: number): string[] {
  const lines = wrap(text, width)
  if (lines.length <= most) return lines.map((line) => shorten(line, width))
  return [...lines.slice(0, most - 1), shorten(lines.slice(most - 1).join(' '), width)].map((line) =>
    shorten(line, width),
  )
}
