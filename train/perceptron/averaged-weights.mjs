/**
 * The weights of an averaged perceptron while it learns: a row of one weight a choice for every key that was ever
 * updated. A feature's key is the low bits of its hash, as at run time.
 */
export class AveragedWeights {
  /** @param allowed keys that may have a row (one byte each); all when left out. */
  constructor(keyBits, choiceCount, allowed = null) {
    this.keyBits = keyBits
    this.choiceCount = choiceCount
    this.allowed = allowed
    this.mask = 2 ** keyBits - 1
    this.rows = new Int32Array(2 ** keyBits)
    this.rowCount = 1
    this.weights = new Float32Array(choiceCount * 4096)
    this.totals = new Float64Array(choiceCount * 4096)
    this.scores = new Float32Array(choiceCount)
    this.steps = 1
  }

  score({ hashes, length }) {
    const { scores, rows, weights, mask, choiceCount } = this
    scores.fill(0)
    for (let k = 0; k < length; k++) {
      const row = rows[hashes[k] & mask]
      if (row === 0) continue
      const start = row * choiceCount
      for (let choice = 0; choice < choiceCount; choice++) scores[choice] += weights[start + choice]
    }
    return scores
  }

  /** Moves the weights from the choice that was wrong to the right one; `steps` counts the decisions so far. */
  update({ hashes, length }, right, wrong) {
    for (let k = 0; k < length; k++) {
      const row = this.rowOf(hashes[k] & this.mask)
      if (row === 0) continue
      const start = row * this.choiceCount
      this.weights[start + right] += 1
      this.totals[start + right] += this.steps
      this.weights[start + wrong] -= 1
      this.totals[start + wrong] -= this.steps
    }
  }

  rowOf(key) {
    const row = this.rows[key]
    if (row !== 0 || (this.allowed !== null && this.allowed[key] === 0)) return row
    if ((this.rowCount + 1) * this.choiceCount > this.weights.length) {
      this.weights = grown(this.weights)
      this.totals = grown(this.totals)
    }
    this.rows[key] = this.rowCount
    return this.rowCount++
  }

  /** Ends the learning: the weights become their averages over all decisions. */
  finish() {
    for (let i = 0; i < this.weights.length; i++) this.weights[i] -= this.totals[i] / this.steps
    this.totals = null
    return this
  }

  /** The keys, one byte each, of the `count` rows whose largest weights are largest. */
  strongestKeys(count) {
    const strengths = new Float32Array(this.rowCount)
    for (let row = 1; row < this.rowCount; row++)
      for (let i = row * this.choiceCount; i < (row + 1) * this.choiceCount; i++)
        strengths[row] = Math.max(strengths[row], Math.abs(this.weights[i]))
    const least = strengths.toSorted().at(-Math.min(count, this.rowCount - 1))
    return Uint8Array.from(this.rows, (row) => (row !== 0 && strengths[row] >= least ? 1 : 0))
  }
}

function grown(array) {
  const larger = new array.constructor(array.length * 2)
  larger.set(array)
  return larger
}
