/**
 * The features of one decision, each hashed to 32 bits; made once and filled anew for every decision.
 *
 * A feature's place in the list says which question it answers, so every decision of a kind must add the same
 * questions in the same order.
 */
export class FeatureList {
  readonly hashes = new Int32Array(128)
  length = 0

  clear(): void {
    this.length = 0
  }

  /** Adds a feature of one to three whole numbers. */
  add(a: number, b = 0, c = 0): void {
    let hash = Math.imul(this.length + 1, 0x9e3779b1)
    hash = Math.imul(hash ^ a, 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f)
    this.hashes[this.length++] = hash ^ (hash >>> 16)
  }
}
