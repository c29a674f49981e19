import { toIntegers, type Weights } from '../neural/open-weights.ts'
import type { FeatureList } from './feature-list.ts'

/** Adds up the weights of a decision's features into one score a choice. */
export type Scorer = (features: FeatureList) => Int32Array

const popCount = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * Opens the weights `name`: `NAME.keys`, one bit for each key that has a row; `NAME.counts`, the choices that each row
 * weighs; `NAME.choices` and `NAME.weights`, those choices and their weights, row after row.
 *
 * A feature's key is the low bits of its hash; features with the same key share a row, in training as here. The scores
 * are one array, overwritten by the next call.
 */
export function openScorer(weights: Weights<unknown>, name: string, choiceCount: number): Scorer {
  const keys = toIntegers(weights.tensor(`${name}.keys`))
  const counts = weights.tensor(`${name}.counts`).bytes
  const mask = keys.length * 32 - 1
  const ranks = new Int32Array(keys.length)
  for (let i = 0, rank = 0; i < keys.length; i++) {
    ranks[i] = rank
    rank += popCount(keys[i] ?? 0)
  }
  const starts = new Int32Array(counts.length + 1)
  for (let row = 0, start = 0; row < counts.length; row++) {
    start += counts[row] ?? 0
    starts[row + 1] = start
  }
  const choices = weights.tensor(`${name}.choices`).bytes
  const values = Int8Array.from(weights.tensor(`${name}.weights`).bytes)
  const scores = new Int32Array(choiceCount)

  return ({ hashes, length }) => {
    scores.fill(0)
    for (let k = 0; k < length; k++) {
      const key = (hashes[k] ?? 0) & mask
      const word = keys[key >>> 5] ?? 0
      const bit = 1 << (key & 31)
      if ((word & bit) === 0) continue
      const row = (ranks[key >>> 5] ?? 0) + popCount(word & (bit - 1))
      const end = starts[row + 1] ?? 0
      for (let i = starts[row] ?? 0; i < end; i++) {
        const choice = choices[i] ?? 0
        scores[choice] = (scores[choice] ?? 0) + (values[i] ?? 0)
      }
    }
    return scores
  }
}
