/** The whole-number steps of a label model: scores times this, rounded. */
const unit = 1024

/** Which label may follow which, and start a sequence, in units of 1/1024; forbidden moves are about -10,000 whole. */
export interface Moves {
  readonly labels: readonly string[]
  /** [from, to]. */
  readonly moves: Int32Array
  readonly first: Int32Array
}

/**
 * The best label numbers of a sequence (Viterbi 1967), in whole numbers; ties go to the lower label.
 *
 * @param scores one row a token, `stride` apart.
 */
export function decodeLabels(scores: Float32Array, count: number, stride: number, table: Moves): Int32Array {
  const size = table.labels.length
  const { moves, first } = table
  const path = new Int32Array(count)
  if (count === 0) return path
  const back = new Uint8Array(count * size)
  let ahead = new Float64Array(size)
  let next = new Float64Array(size)
  for (let label = 0; label < size; label++) ahead[label] = toWhole(scores[label] ?? 0) + (first[label] ?? 0)
  for (let at = 1; at < count; at++) {
    for (let label = 0; label < size; label++) {
      let best = Number.NEGATIVE_INFINITY
      let from = 0
      for (let before = 0; before < size; before++) {
        const score = (ahead[before] ?? 0) + (moves[before * size + label] ?? 0)
        if (score > best) {
          best = score
          from = before
        }
      }
      next[label] = best + toWhole(scores[at * stride + label] ?? 0)
      back[at * size + label] = from
    }
    const spare = ahead
    ahead = next
    next = spare
  }
  let label = 0
  for (let other = 1; other < size; other++) if ((ahead[other] ?? 0) > (ahead[label] ?? 0)) label = other
  for (let at = count - 1; at >= 0; at--) {
    path[at] = label
    label = back[at * size + label] ?? 0
  }
  return path
}

/** To the nearest whole unit, halves to even. */
function toWhole(score: number): number {
  const scaled = score * unit
  const rounded = Math.round(scaled)
  return rounded - scaled === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded
}
