import type { TokenRange } from './token-range.ts'

/**
 * Whether the word at `k` passes on whom it names: “citing two officials”, “quoting the ministry”, “which cited
 * Interfax”, over words in lower case.
 *
 * “He cited the weather” passes on nobody, and “quoting the ministry as saying …” is read as a whole elsewhere.
 */
export function citesAt(lower: readonly string[], k: number): boolean {
  const word = lower[k] ?? ''
  if (word === 'citing') return true
  const opens = k === 0 || lower[k - 1] === ','
  if (word === 'quoting') return opens
  const isRelative = /^(?:which|who)$/.test(lower[k - 1] ?? '') && lower[k - 2] === ','
  return isRelative && /^(?:cited|cites|quoted|quotes)$/.test(word)
}

/** “MTA, | citing the ministry, said …”, “MTA, | which quoted the ministry, said …”: whom a source cites is no part of it. */
export function withoutCited(lower: readonly string[], { from, to }: TokenRange): TokenRange {
  for (let k = from + 1; k < to; k++) {
    if (lower[k] !== ',') continue
    if (citesAt(lower, k + 1) || citesAt(lower, k + 2)) return { from, to: k }
  }
  return { from, to }
}
