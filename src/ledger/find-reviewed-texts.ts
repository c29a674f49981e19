import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import { isUndone } from './is-undone.ts'
import type { LedgerDatabase } from './ledger.ts'

/** Ids of the texts of whose parts something was said that holds, in the order in which they were first spoken of. */
export async function findReviewedTexts(db: LedgerDatabase): Promise<string[]> {
  const rows = await findRows<{ id: string }>(
    db,
    sql`select text_ids[1] as id from review_act
      where kind in ('accept', 'reject', 'correct', 'add') and not ${isUndone}
      group by text_ids[1] order by min(seq)`,
  )
  return rows.map(({ id }) => id)
}
