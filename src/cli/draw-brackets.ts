import stringWidth from 'string-width'
import type { Span } from '../records/span.ts'
import { pad } from './layout.ts'

/** What some words are to a statement. */
export type PieceRole = 'source' | 'cue' | 'content' | 'via' | 'condition'

/** One statement’s brackets. */
export interface BracketSet {
  /** What stands left of them: `s1`. */
  readonly label: string
  readonly pieces: readonly (Span & { readonly role: PieceRole })[]
}

/** How each role is drawn: its left end, its line, its right end. They differ without colours, too. */
export const bracketStyles: Readonly<Record<PieceRole, readonly [string, string, string]>> = {
  source: ['╚', '═', '╝'],
  cue: ['┗', '━', '┛'],
  content: ['└', '─', '┘'],
  via: ['╚', '╌', '╝'],
  condition: ['└', '┄', '┘'],
}

export interface BracketOptions {
  /** In columns, with the labels. */
  readonly width: number
  readonly paint: (role: PieceRole, line: string) => string
  readonly dim: (text: string) => string
}

/**
 * Breaks a stretch of text into lines and draws the brackets of each statement under them, one row a
 * statement, more where its own pieces overlap; what runs over a line’s end is open there.
 *
 * @param text of the article; control characters replaced, of unchanged length
 */
export function drawBrackets(
  text: string,
  within: Span,
  sets: readonly BracketSet[],
  { width, paint, dim }: BracketOptions,
): string[] {
  const gutter = Math.max(2, ...sets.map(({ label }) => stringWidth(label))) + 2
  const rows = sets.flatMap(({ label, pieces }) =>
    stack(pieces.filter((piece) => piece.start < within.end && piece.end > within.start)).map((row, i) => ({
      label: i === 0 ? label : '',
      pieces: row,
    })),
  )
  return layLines(text, within, width - gutter).flatMap((line) => [
    (' '.repeat(gutter) + line.map(({ sign }) => sign).join('')).trimEnd(),
    ...rows.flatMap(({ label, pieces }) => {
      const drawn = drawRow(line, pieces, paint)
      return drawn === null ? [] : [dim(pad(label, gutter)) + drawn]
    }),
  ])
}

/** One character as it is seen, and where it lies in the text and on its line. */
interface Sign extends Span {
  readonly sign: string
  readonly column: number
  readonly columns: number
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Breaks at white space; a word that is wider than a line is broken anywhere. */
function layLines(text: string, within: Span, width: number): Sign[][] {
  const lines: Sign[][] = []
  let line: Sign[] = []
  let used = 0
  const flow = (word: readonly { sign: string; start: number; columns: number }[]) => {
    for (const { sign, start, columns } of word) {
      if (used + columns > width) {
        lines.push(line)
        line = []
        used = 0
      }
      line.push({ sign, start, end: start + sign.length, column: used, columns })
      used += columns
    }
  }
  for (const match of text.slice(within.start, within.end).matchAll(/\s+|\S+/g)) {
    const start = within.start + match.index
    const isSpace = /^\s/.test(match[0])
    const word = isSpace
      ? [{ sign: ' ', start, columns: 1 }]
      : Array.from(segmenter.segment(match[0]), ({ segment, index }) => ({
          sign: segment,
          start: start + index,
          columns: stringWidth(segment),
        }))
    const wide = word.reduce((sum, { columns }) => sum + columns, 0)
    if (used > 0 && used + wide > width) {
      lines.push(line)
      line = []
      used = 0
    }
    if (!isSpace || used > 0) flow(word)
  }
  return line.length > 0 ? [...lines, line] : lines
}

/** Rows of pieces that do not overlap; the first takes what it can, in the order given. */
function stack<Piece extends Span>(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of pieces) {
    const free = rows.find((row) => row.every(({ start, end }) => end <= piece.start || piece.end <= start))
    if (free) free.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** The pieces that reach into a line, under its words; null when none does. */
function drawRow(
  line: readonly Sign[],
  pieces: BracketSet['pieces'],
  paint: BracketOptions['paint'],
): string | null {
  let drawn = ''
  let used = 0
  for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
    const under = line.filter(
      ({ start, end, sign }) => start < piece.end && end > piece.start && sign !== ' ',
    )
    const [first, last] = [under[0], under.at(-1)]
    if (first === undefined || last === undefined) continue
    const columns = last.column + last.columns - first.column
    if (columns <= 0) continue // Only combining marks: there is no column to draw under.
    drawn += ' '.repeat(first.column - used)
    drawn += paint(
      piece.role,
      drawPiece(piece.role, columns, first.start <= piece.start, last.end >= piece.end),
    )
    used = first.column + columns
  }
  return drawn === '' ? null : drawn
}

/** One bracket of a width in columns, with its role inside where there is room. */
function drawPiece(role: PieceRole, columns: number, begins: boolean, ends: boolean): string {
  const [left, line, right] = bracketStyles[role]
  if (columns === 1) return begins ? left : ends ? right : line
  const inner = columns - 2
  const label = inner > role.length + 1 ? ` ${role} ` : inner >= role.length ? role : ''
  const before = Math.min(2, Math.floor((inner - label.length) / 2))
  const middle = line.repeat(before) + label + line.repeat(inner - label.length - before)
  return (begins ? left : line) + middle + (ends ? right : line)
}
