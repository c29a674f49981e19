import type { WordEdit } from '../records/change.ts'
import type { Span } from '../records/span.ts'

/** Cells of the table of two texts beyond which only what both begin and end with is taken off: 500 words each. */
const mostCells = 250_000

// A number with its commas, a word with its apostrophes and hyphens, one letter of a script without spaces, one mark.
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|\p{N}+(?:[.,:]\p{N}+)*%?|[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|\S/gu

/**
 * Which words of two stretches differ, in order, as spans of the two texts: the fewest that turn one into the other, the
 * ones apart by no more than a mark or a little word taken together.
 */
export function diffWords(before: string, of: Span, after: string, by: Span): WordEdit[] {
  const [a, b] = [split(before, of), split(after, by)]
  let start = 0
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1]?.key === b[endB - 1]?.key) {
    endA--
    endB--
  }
  const edits = findEdits(a, b, start, endA, endB)
  return joinNear(edits, a).map(({ a0, a1, b0, b1 }) => ({
    before: spanOf(a, a0, a1, of),
    after: spanOf(b, b0, b1, by),
  }))
}

interface Piece extends Span {
  readonly key: string
}

interface Edit {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

const split = (text: string, { start, end }: Span): Piece[] =>
  [...text.slice(start, end).matchAll(piece)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    key: match[0]
      .replace(/[‘’]/g, "'")
      .replace(/[“”«»„]/g, '"')
      .replace(/[–—]/g, '-'),
  }))

/** An empty one stands behind the word before it. */
function spanOf(pieces: readonly Piece[], from: number, to: number, all: Span): Span {
  const start = to > from ? pieces[from]?.start : pieces[from - 1]?.end
  return { start: start ?? all.start, end: (to > from ? pieces[to - 1]?.end : start) ?? all.start }
}

/** Longest common subsequence of what is between the ends that both share. */
function findEdits(
  a: readonly Piece[],
  b: readonly Piece[],
  start: number,
  endA: number,
  endB: number,
): Edit[] {
  const [n, m] = [endA - start, endB - start]
  if (n === 0 && m === 0) return []
  if (n === 0 || m === 0 || n * m > mostCells) return [{ a0: start, a1: endA, b0: start, b1: endB }]
  const width = m + 1
  const longest = new Uint16Array((n + 1) * width)
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[start + i]?.key === b[start + j]?.key
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
    }
  }
  const edits: Edit[] = []
  let [i, j, a0, b0] = [0, 0, 0, 0]
  const close = () => {
    if (i > a0 || j > b0) edits.push({ a0: start + a0, a1: start + i, b0: start + b0, b1: start + j })
  }
  while (i < n && j < m) {
    if (a[start + i]?.key === b[start + j]?.key) {
      close()
      i++
      j++
      a0 = i
      b0 = j
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i++
    else j++
  }
  ;[i, j] = [n, m]
  close()
  return edits
}

/** “denied [the] charges” beside “confirmed [the] plans”: one edit, not two with an article between them. */
function joinNear(edits: readonly Edit[], a: readonly Piece[]): Edit[] {
  const joined: Edit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    const between = last && a.slice(last.a1, edit.a0)
    const isOfBoth = (one: Edit) => one.a1 > one.a0 && one.b1 > one.b0
    if (last && between && between.length === 1 && isOfBoth(last) && isOfBoth(edit) && isLittle(between[0]))
      joined[joined.length - 1] = { a0: last.a0, a1: edit.a1, b0: last.b0, b1: edit.b1 }
    else joined.push(edit)
  }
  return joined
}

const isLittle = (one: Piece | undefined) =>
  one !== undefined && one.end - one.start <= 3 && !/\p{N}|\p{Lu}/u.test(one.key)
