/**
 * Logistic regression by gradient descent on standardised features, classes weighted to count alike; the same weights
 * each time. Small enough for a few thousand rows of a few dozen features.
 */
export function fitLogistic(rows, labels, { steps = 400, rate = 0.5, decay = 0.001 } = {}) {
  const width = rows[0].length
  const means = Array.from({ length: width }, (_, k) => mean(rows.map((row) => row[k])))
  const spreads = Array.from({ length: width }, (_, k) =>
    Math.max(1e-6, Math.sqrt(mean(rows.map((row) => (row[k] - means[k]) ** 2)))),
  )
  const scaled = rows.map((row) => row.map((value, k) => (value - means[k]) / spreads[k]))
  const positive = labels.filter(Boolean).length
  const weightOf = [
    rows.length / (2 * Math.max(1, rows.length - positive)),
    rows.length / (2 * Math.max(1, positive)),
  ]
  const weights = new Float64Array(width + 1)
  for (let step = 0; step < steps; step++) {
    const gradient = new Float64Array(width + 1)
    for (const [i, row] of scaled.entries()) {
      const gap = (sigmoid(dot(weights, row)) - labels[i]) * weightOf[labels[i]]
      for (let k = 0; k < width; k++) gradient[k] += gap * row[k]
      gradient[width] += gap
    }
    for (let k = 0; k <= width; k++) weights[k] -= rate * (gradient[k] / rows.length + decay * weights[k])
  }
  return (row) =>
    sigmoid(
      dot(
        weights,
        row.map((value, k) => (value - means[k]) / spreads[k]),
      ),
    )
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const sigmoid = (x) => 1 / (1 + Math.exp(-x))

function dot(weights, row) {
  let sum = weights[row.length]
  for (let k = 0; k < row.length; k++) sum += weights[k] * row[k]
  return sum
}

/** In which of `folds` parts a key falls; the same each time, and all rows of one key together. */
export function foldOf(key, folds) {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return (hash >>> 8) % folds
}

/** F1 of each class and their mean, in percent. */
export function macroF1(gold, found, classes) {
  const of = Object.fromEntries(
    classes.map((name) => {
      const right = gold.filter((label, i) => label === name && found[i] === name).length
      const all =
        gold.filter((label) => label === name).length + found.filter((label) => label === name).length
      return [name, all === 0 ? 0 : Math.round((20_000 * right) / all) / 100]
    }),
  )
  return {
    macro: Math.round((100 * Object.values(of).reduce((a, b) => a + b, 0)) / classes.length) / 100,
    of,
  }
}
