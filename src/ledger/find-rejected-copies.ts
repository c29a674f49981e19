import { sql } from 'drizzle-orm'
import type { ReviewKind } from '../records/review.ts'
import { findRows } from './find-rows.ts'
import { isUndone } from './is-undone.ts'
import type { LedgerDatabase } from './ledger.ts'

/** The pairs of texts, the lesser id first, of which an analyst said last that neither copies the other; as “a b”. */
export async function findRejectedCopies(db: LedgerDatabase): Promise<Set<string>> {
  const rows = await findRows<{ kind: ReviewKind; texts: readonly [string, string] }>(
    db,
    sql`select kind, act->'texts' as texts from review_act
      where kind in ('accept-copy', 'reject-copy') and not ${isUndone} order by seq`,
  )
  const rejected = new Set<string>()
  for (const { kind, texts } of rows) {
    const key = toPairKey(...texts)
    if (kind === 'reject-copy') rejected.add(key)
    else rejected.delete(key)
  }
  return rejected
}

/** Two texts, whichever way round. */
export const toPairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
