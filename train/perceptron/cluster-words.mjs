/**
 * Clusters the words of `vectors.bin` by their vectors, so that the fast parser knows words it never saw parsed.
 *
 * Usage: node train/perceptron/cluster-words.mjs DIST_FOLDER VECTORS_BIN OUT_FILE
 * Writes JSON: `words`, `clusters` (of each word, from 1) and `groups` (of each cluster, from 1; place 0 is 0).
 * Spherical k-means from a fixed seed: 500 clusters, and their centres once more into 40 groups.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openRandom } from './random.mjs'

const [dist, vectorsPath, out] = process.argv.slice(2)
if (out === undefined) throw new Error('usage: node cluster-words.mjs DIST_FOLDER VECTORS_BIN OUT_FILE')
const { openWeights, toFloats } = await import(
  pathToFileURL(resolve(dist, 'read/neural/open-weights.js')).href
)

const [clusterCount, groupCount, rounds] = [500, 40, 14]
const random = openRandom(1)

const weights = openWeights(new Uint8Array(readFileSync(vectorsPath)))
const words = new TextDecoder().decode(weights.tensor('words').bytes).split('\n')
const { shape, bytes } = weights.tensor('vectors.weight')
const width = shape[1]
const scales = toFloats(weights.tensor('vectors.scale'))
// Row 0 is padding and row 1 the unknown word.
const points = new Float32Array(words.length * width)
for (let word = 0; word < words.length; word++)
  for (let k = 0; k < width; k++)
    points[word * width + k] = ((bytes[(word + 2) * width + k] << 24) >> 24) * scales[word + 2]
normalise(points, width)

const fine = cluster(points, width, clusterCount)
const coarse = cluster(fine.centres, width, groupCount)
writeFileSync(
  out,
  JSON.stringify({
    words,
    clusters: Array.from(fine.owners, (owner) => owner + 1),
    groups: [0, ...Array.from(coarse.owners, (owner) => owner + 1)],
  }),
)

function normalise(rows, size) {
  for (let start = 0; start < rows.length; start += size) {
    let sum = 0
    for (let k = start; k < start + size; k++) sum += rows[k] * rows[k]
    const factor = sum > 0 ? 1 / Math.sqrt(sum) : 0
    for (let k = start; k < start + size; k++) rows[k] *= factor
  }
}

function product(a, i, b, j, size) {
  let sum = 0
  for (let k = 0; k < size; k++) sum += a[i + k] * b[j + k]
  return sum
}

/** Centres begin as points far from those chosen before (Arthur & Vassilvitskii 2007); an empty cluster keeps its centre. */
function cluster(rows, size, count) {
  const total = rows.length / size
  const centres = new Float32Array(count * size)
  const far = new Float64Array(total).fill(1)
  for (let c = 0; c < count; c++) {
    let left = random() * far.reduce((sum, value) => sum + value, 0)
    let chosen = 0
    while (chosen < total - 1 && left >= far[chosen]) left -= far[chosen++]
    centres.set(rows.subarray(chosen * size, (chosen + 1) * size), c * size)
    for (let i = 0; i < total; i++)
      far[i] = Math.min(far[i], Math.max(0, 1 - product(rows, i * size, centres, c * size, size)))
  }
  const owners = new Int32Array(total)
  for (let round = 0; round < rounds; round++) {
    let moved = 0
    for (let i = 0; i < total; i++) {
      let best = 0
      let highest = -2
      for (let c = 0; c < count; c++) {
        const near = product(rows, i * size, centres, c * size, size)
        if (near > highest) {
          highest = near
          best = c
        }
      }
      if (owners[i] !== best) moved++
      owners[i] = best
    }
    const sums = new Float32Array(count * size)
    for (let i = 0; i < total; i++)
      for (let k = 0; k < size; k++) sums[owners[i] * size + k] += rows[i * size + k]
    normalise(sums, size)
    for (let c = 0; c < count; c++)
      if (owners.includes(c)) centres.set(sums.subarray(c * size, (c + 1) * size), c * size)
    console.log(`${count} clusters, round ${round + 1}: ${moved} moved`)
  }
  return { owners, centres }
}
