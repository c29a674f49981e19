import type { Moves } from './decode-labels.ts'
import { exponential } from './exponential.ts'
import type { LabelledSpan } from './find-spans.ts'

/**
 * How probable each span is: that the label path holds exactly it, summed over all paths (forward and backward).
 *
 * @param scores one row a token, `stride` apart, of the sequence that holds the spans.
 * @param temperatureOf by label: all scores are divided by it before.
 */
export function measureSpans(
  scores: Float32Array,
  count: number,
  stride: number,
  table: Moves,
  spans: readonly LabelledSpan[],
  temperatureOf: (label: string) => number,
): number[] {
  const chances = new Array<number>(spans.length).fill(0)
  const temperatures = new Set(spans.map((span) => temperatureOf(span.label)))
  for (const temperature of temperatures) {
    const sums = sumPaths(scores, count, stride, table, temperature)
    for (const [k, span] of spans.entries())
      if (temperatureOf(span.label) === temperature) chances[k] = measure(sums, span, table.labels, count)
  }
  return chances
}

/** Sums over paths, each token's scaled so that they stay near 1. */
interface PathSums {
  readonly moves: Float64Array
  /** e to the scores, after the scaling of the token. */
  readonly own: Float64Array
  readonly ahead: Float64Array
  readonly behind: Float64Array
}

function sumPaths(
  scores: Float32Array,
  count: number,
  stride: number,
  table: Moves,
  temperature: number,
): PathSums {
  const size = table.labels.length
  const weigh = (whole: number): number => exponential(whole / 1024 / temperature)
  const moves = Float64Array.from(table.moves, weigh)
  const first = Float64Array.from(table.first, weigh)
  const own = new Float64Array(count * size)
  const ahead = new Float64Array(count * size)
  const behind = new Float64Array(count * size).fill(1, (count - 1) * size)
  for (let at = 0; at < count; at++) {
    let high = Number.NEGATIVE_INFINITY
    for (let k = 0; k < size; k++) high = Math.max(high, scores[at * stride + k] ?? 0)
    let total = 0
    for (let k = 0; k < size; k++) {
      let sum = 0
      if (at === 0) sum = first[k] ?? 0
      else
        for (let before = 0; before < size; before++)
          sum += (ahead[(at - 1) * size + before] ?? 0) * (moves[before * size + k] ?? 0)
      const weight = exponential(((scores[at * stride + k] ?? 0) - high) / temperature)
      own[at * size + k] = weight
      ahead[at * size + k] = sum * weight
      total += sum * weight
    }
    for (let k = at * size; k < (at + 1) * size; k++) {
      own[k] = (own[k] ?? 0) / total
      ahead[k] = (ahead[k] ?? 0) / total
    }
  }
  for (let at = count - 2; at >= 0; at--)
    for (let k = 0; k < size; k++) {
      let sum = 0
      for (let after = 0; after < size; after++) {
        const place = (at + 1) * size + after
        sum += (moves[k * size + after] ?? 0) * (own[place] ?? 0) * (behind[place] ?? 0)
      }
      behind[at * size + k] = sum
    }
  return { moves, own, ahead, behind }
}

function measure(sums: PathSums, span: LabelledSpan, labels: readonly string[], count: number): number {
  const size = labels.length
  const inner = labels.indexOf(`I-${span.label}`)
  let label = labels.indexOf(`B-${span.label}`)
  let chance = sums.ahead[span.from * size + label] ?? 0
  for (let at = span.from + 1; at < span.to; at++) {
    chance *= (sums.moves[label * size + inner] ?? 0) * (sums.own[at * size + inner] ?? 0)
    label = inner
  }
  if (span.to < count) {
    let leaving = 0
    for (let after = 0; after < size; after++) {
      const place = span.to * size + after
      if (after !== inner)
        leaving +=
          (sums.moves[label * size + after] ?? 0) * (sums.own[place] ?? 0) * (sums.behind[place] ?? 0)
    }
    chance *= leaving
  }
  return Math.min(1, chance)
}
