import type { LedgerTransaction } from '../ledger/ledger.ts'
import { findCopiesOf, type StoredOverlap } from '../ledger/overlaps.ts'
import type { Copy } from '../records/copy.ts'

/** Two kilobytes each, most of it sentences. */
const mostCopies = 20_000

/** The copies that later articles make with earlier ones, by the later one; without the stretches that were counted. */
export class CopyMemory {
  readonly #copiesOf = new Map<string, Map<string, Copy>>()
  #count = 0

  /** The copies among these articles: those that took most first, then in order of the ids of copy and original. */
  async findAmong(transaction: LedgerTransaction, articleIds: ReadonlySet<string>): Promise<Copy[]> {
    if (articleIds.size < 2) return []
    const missing = [...articleIds].filter((id) => !this.#copiesOf.has(id))
    const found = new Map(missing.map((id) => [id, new Map<string, Copy>()]))
    for (const { laterId, earlierId, copy } of await findCopiesOf(transaction, missing))
      found.get(laterId)?.set(earlierId, copy)
    const copies: Copy[] = []
    for (const id of articleIds) {
      const own = found.get(id) ?? this.#copiesOf.get(id) ?? new Map<string, Copy>()
      for (const [earlierId, copy] of own) if (articleIds.has(earlierId)) copies.push(copy)
      this.#keep(id, own)
    }
    return copies.sort((x, y) => y.share - x.share || compareText(x.by, y.by) || compareText(x.of, y.of))
  }

  /** Forgets an article that is taken out. */
  takeOut(articleId: string): void {
    this.#forget(articleId)
    for (const own of this.#copiesOf.values()) if (own.delete(articleId)) this.#count--
  }

  /** Takes in what was found anew: overlaps that are gone first, then those that have come. */
  change(gone: readonly StoredOverlap[], come: readonly StoredOverlap[]): void {
    for (const { laterId, earlierId } of gone)
      if (this.#copiesOf.get(laterId)?.delete(earlierId)) this.#count--
    for (const { laterId, earlierId, copy } of come) {
      const own = this.#copiesOf.get(laterId)
      if (own === undefined || copy === null) continue
      own.set(earlierId, { ...copy, basis: [] })
      this.#count++
    }
  }

  #keep(id: string, copies: Map<string, Copy>): void {
    this.#forget(id)
    this.#copiesOf.set(id, copies)
    this.#count += copies.size
    for (const oldest of this.#copiesOf.keys()) {
      if (this.#count <= mostCopies) return
      this.#forget(oldest)
    }
  }

  #forget(id: string): void {
    this.#count -= this.#copiesOf.get(id)?.size ?? 0
    this.#copiesOf.delete(id)
  }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
