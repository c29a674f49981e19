import type { LedgerTransaction } from '../ledger/ledger.ts'
import { findCopiesOf, type StoredOverlap } from '../ledger/overlaps.ts'
import type { Copy } from '../records/copy.ts'

/** Some 150 bytes each: sentences are most of what a copy holds. An article without copies counts as one. */
const mostSentences = 400_000

/** The copies that later articles make with earlier ones, by the later one; without the stretches that were counted. */
export class CopyMemory {
  readonly #copiesOf = new Map<string, Map<string, Copy>>()
  #count = 0
  readonly #find: typeof findCopiesOf
  readonly #most: number

  constructor(find = findCopiesOf, most = mostSentences) {
    this.#find = find
    this.#most = most
  }

  /** The copies among these articles: those that took most first, then in order of the ids of copy and original. */
  async findAmong(transaction: LedgerTransaction, articleIds: ReadonlySet<string>): Promise<Copy[]> {
    if (articleIds.size < 2) return []
    const missing = [...articleIds].filter((id) => !this.#copiesOf.has(id))
    const found = new Map(missing.map((id) => [id, new Map<string, Copy>()]))
    for (const { laterId, earlierId, copy } of await this.#find(transaction, missing))
      found.get(laterId)?.set(earlierId, copy)
    const copies: Copy[] = []
    const asked = [...articleIds].map((id) => {
      const own = found.get(id) ?? this.#copiesOf.get(id) ?? new Map<string, Copy>()
      for (const [earlierId, copy] of own) if (articleIds.has(earlierId)) copies.push(copy)
      return [id, own] as const
    })
    // To keep one may let go of another that was yet to be looked at.
    for (const [id, own] of asked) this.#keep(id, own)
    return copies.sort((x, y) => y.share - x.share || compareText(x.by, y.by) || compareText(x.of, y.of))
  }

  /** Forgets an article that is taken out. */
  takeOut(articleId: string): void {
    this.#forget(articleId)
    for (const own of this.#copiesOf.values()) this.#drop(own, articleId)
  }

  /** Takes in what was found anew: overlaps that are gone first, then those that have come. */
  change(gone: readonly StoredOverlap[], come: readonly StoredOverlap[]): void {
    for (const { laterId, earlierId } of gone) {
      const own = this.#copiesOf.get(laterId)
      if (own) this.#drop(own, earlierId)
    }
    for (const { laterId, earlierId, copy } of come) {
      const own = this.#copiesOf.get(laterId)
      if (own === undefined || copy === null) continue
      this.#drop(own, earlierId)
      own.set(earlierId, { ...copy, basis: [] })
      this.#count += weightOf(copy)
    }
  }

  #drop(own: Map<string, Copy>, earlierId: string): void {
    const copy = own.get(earlierId)
    if (copy === undefined) return
    own.delete(earlierId)
    this.#count -= weightOf(copy)
  }

  #keep(id: string, copies: Map<string, Copy>): void {
    this.#forget(id)
    this.#copiesOf.set(id, copies)
    this.#count += weigh(copies)
    for (const oldest of this.#copiesOf.keys()) {
      if (this.#count <= this.#most) return
      this.#forget(oldest)
    }
  }

  #forget(id: string): void {
    const own = this.#copiesOf.get(id)
    if (own === undefined) return
    this.#count -= weigh(own)
    this.#copiesOf.delete(id)
  }
}

const weightOf = ({ sentences }: Copy) => 1 + sentences.length
const weigh = (copies: ReadonlyMap<string, Copy>) =>
  [...copies.values()].reduce((sum, copy) => sum + weightOf(copy), 1)
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
