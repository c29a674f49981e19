import { noWord, rootWord, type WordFeatures } from './describe-word.ts'
import { noTag } from './list-tag-features.ts'

/** The moves of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez & Satta 2011). */
export const moves = {
  /** The next word goes onto the stack. */
  shift: 0,
  /** The top of the stack becomes a dependent of the next word. */
  left: 1,
  /** The top of the stack becomes a dependent of the one below it. */
  right: 2,
} as const

/** Stands for the relation of a word that has no head yet, or of no word. */
export const noRelation = 99
const rootTag = 31
/** How far below the stack’s bottom features may look. */
const floor = 3

/**
 * A sentence half parsed. Its words are numbered from 1; 0 is no word, and `root`, behind the last, is the root.
 *
 * `left` and `right` hold each word's outermost dependents found so far, `left2` and `right2` those found before.
 */
export class ParseState {
  readonly words: readonly WordFeatures[]
  readonly tags: Uint8Array
  readonly root: number
  readonly heads: Int32Array
  readonly relations: Uint8Array
  readonly left: Int32Array
  readonly left2: Int32Array
  readonly right: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Uint16Array
  readonly rightCount: Uint16Array
  /** Begins with `floor` times no word. */
  readonly stack: Int32Array
  stackSize = 0
  /** The next word to come; `root` when all have come. */
  next = 1

  constructor(words: readonly WordFeatures[], tags: ArrayLike<number>) {
    const count = words.length
    const size = count + 2
    this.words = [noWord, ...words, rootWord]
    this.tags = new Uint8Array(size)
    this.tags.set(tags, 1)
    this.tags[0] = noTag
    this.tags[count + 1] = rootTag
    this.root = count + 1
    this.heads = new Int32Array(size)
    this.relations = new Uint8Array(size).fill(noRelation)
    this.left = new Int32Array(size)
    this.left2 = new Int32Array(size)
    this.right = new Int32Array(size)
    this.right2 = new Int32Array(size)
    this.leftCount = new Uint16Array(size)
    this.rightCount = new Uint16Array(size)
    this.stack = new Int32Array(size + floor)
  }

  get finished(): boolean {
    return this.next === this.root && this.stackSize === 0
  }

  /** The word at a depth of the stack, up to 2, the top being 0; no word (0) below its bottom. */
  below(depth: number): number {
    return this.stack[this.stackSize + floor - 1 - depth] ?? 0
  }

  /** The root may take one dependent only, hence when nothing else is left: every sentence has exactly one root. */
  allows(move: number): boolean {
    if (move === moves.shift) return this.next < this.root
    if (move === moves.right) return this.stackSize >= 2
    return this.stackSize >= 1 && (this.next < this.root || this.stackSize === 1)
  }

  shift(): void {
    this.stack[floor + this.stackSize++] = this.next++
  }

  /** The word that a left or right move would give to the top of the stack as its head. */
  headBy(move: number): number {
    return move === moves.left ? this.next : this.below(1)
  }

  /** Takes the top of the stack off, as a dependent of `head`. */
  reduce(head: number, relation: number): void {
    const dependent = this.below(0)
    this.stackSize--
    this.heads[dependent] = head
    this.relations[dependent] = relation
    if (dependent < head) {
      this.left2[head] = this.left[head] ?? 0
      this.left[head] = dependent
      this.leftCount[head] = (this.leftCount[head] ?? 0) + 1
    } else {
      this.right2[head] = this.right[head] ?? 0
      this.right[head] = dependent
      this.rightCount[head] = (this.rightCount[head] ?? 0) + 1
    }
  }
}
