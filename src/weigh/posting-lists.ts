/**
 * Which prints hold a shingle: a hash table over linked lists in typed arrays, some 20 bytes an entry.
 *
 * Each list is ordered by the caller’s rule and keeps only its first `longest` prints, so that what it holds depends on
 * the prints and not on the order in which they came, and a phrase that everybody prints costs no more than a rare one.
 */
export class PostingLists {
  static readonly longest = 64
  #keys = new Uint32Array(1 << 12)
  /** First node of the key’s list; 0 where the slot is free. */
  #heads = new Uint32Array(1 << 12)
  #used = 0
  #prints = new Uint32Array(1 << 12)
  #next = new Uint32Array(1 << 12)
  /** Nodes handed out so far; node 0 is nobody’s. */
  #nodes = 1
  readonly #isBefore: (a: number, b: number) => boolean

  /** @param isBefore whether print `a` stands before print `b` in every list. */
  constructor(isBefore: (a: number, b: number) => boolean) {
    this.#isBefore = isBefore
  }

  /** Enters a print under a shingle that it has not been entered under. */
  add(shingle: number, print: number): void {
    if (this.#used * 2 >= this.#keys.length) this.#widen()
    const slot = this.#find(shingle)
    let before = 0
    let node = this.#heads[slot] ?? 0
    if (node === 0) {
      this.#keys[slot] = shingle
      this.#used++
    }
    let length = 0
    while (node !== 0 && this.#isBefore(this.#prints[node] ?? 0, print)) {
      before = node
      node = this.#next[node] ?? 0
      length++
    }
    if (length >= PostingLists.longest) return
    const added = this.#newNode(print, node)
    if (before === 0) this.#heads[slot] = added
    else this.#next[before] = added
    this.#cut(added, length + 1)
  }

  /** Writes the prints of a shingle into `into`, first first, and gives their number. */
  read(shingle: number, into: Uint32Array): number {
    let node = this.#heads[this.#find(shingle)] ?? 0
    let length = 0
    while (node !== 0) {
      into[length++] = this.#prints[node] ?? 0
      node = this.#next[node] ?? 0
    }
    return length
  }

  /** Ends a list at its longest; the node past it is at most one, and is left behind. */
  #cut(from: number, lengthUpToIt: number): void {
    let node = from
    for (let length = lengthUpToIt; node !== 0; length++) {
      if (length === PostingLists.longest) {
        this.#next[node] = 0
        return
      }
      node = this.#next[node] ?? 0
    }
  }

  #newNode(print: number, next: number): number {
    if (this.#nodes === this.#prints.length) {
      this.#prints = doubled(this.#prints)
      this.#next = doubled(this.#next)
    }
    const node = this.#nodes++
    this.#prints[node] = print
    this.#next[node] = next
    return node
  }

  /** The slot of a shingle, or the free one where it would stand. */
  #find(shingle: number): number {
    const mask = this.#keys.length - 1
    let slot = (Math.imul(shingle, 0x9e3779b1) >>> 0) & mask
    while (this.#heads[slot] !== 0 && this.#keys[slot] !== shingle) slot = (slot + 1) & mask
    return slot
  }

  #widen(): void {
    const [keys, heads] = [this.#keys, this.#heads]
    this.#keys = new Uint32Array(keys.length * 2)
    this.#heads = new Uint32Array(keys.length * 2)
    for (const [i, head] of heads.entries()) {
      if (head === 0) continue
      const slot = this.#find(keys[i] ?? 0)
      this.#keys[slot] = keys[i] ?? 0
      this.#heads[slot] = head
    }
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(array.length * 2)
  wider.set(array)
  return wider
}
