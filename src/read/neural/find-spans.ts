import type { TokenRange } from '../token-range.ts'

/** A labelled stretch of tokens. */
export interface LabelledSpan extends TokenRange {
  readonly label: string
}

/** The spans that BIO label numbers mark, in order; an I without its B opens a span. */
export function findSpans(path: Int32Array, labels: readonly string[]): LabelledSpan[] {
  const spans: LabelledSpan[] = []
  let open: { from: number; label: string } | null = null
  for (let at = 0; at <= path.length; at++) {
    const tag = labels[path[at] ?? 0] ?? 'O'
    const label = tag.slice(2)
    if (open !== null && !(tag.startsWith('I') && label === open.label)) {
      spans.push({ from: open.from, to: at, label: open.label })
      open = null
    }
    if (at < path.length && open === null && tag !== 'O') open = { from: at, label }
  }
  return spans
}
