import { hashText } from '../neural/hash-key.ts'
import { toIntegers, type Weights } from '../neural/open-weights.ts'

/** A word's cluster, from 1; 0 when the word is in none. */
export type FindCluster = (lower: string) => number

/** Low bits of an entry that hold the cluster; the others hold the word's hash. */
export const clusterBits = 9
const clusterMask = (1 << clusterBits) - 1

/**
 * Opens the word clusters: tensor `clusters`, one int32 a word, its hash with the cluster in the low bits.
 *
 * The words themselves are not kept: a word that was never clustered is taken for one that was in 0.7 % of cases.
 */
export function openClusters(weights: Weights<unknown>): FindCluster {
  const entries = toIntegers(weights.tensor('clusters'))
  let slotBits = 1
  while (1 << slotBits < entries.length * 2) slotBits++
  const mask = (1 << slotBits) - 1
  const slots = new Int32Array(1 << slotBits)
  for (const entry of entries) {
    let slot = entry >>> (32 - slotBits)
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = entry
  }
  return (lower) => {
    const hash = hashText(lower)
    let slot = hash >>> (32 - slotBits)
    for (let entry = slots[slot]; entry !== undefined && entry !== 0; entry = slots[slot]) {
      if (((entry ^ hash) & ~clusterMask) === 0) return entry & clusterMask
      slot = (slot + 1) & mask
    }
    return 0
  }
}
