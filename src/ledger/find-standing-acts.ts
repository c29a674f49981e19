import { sql } from 'drizzle-orm'
import type { ReviewAct } from '../records/review.ts'
import { findRows } from './find-rows.ts'
import { isUndone } from './is-undone.ts'
import type { LedgerDatabase } from './ledger.ts'
import { textArray } from './to-array.ts'

/** The acts that hold of what is said in these texts, undone ones left out, in the order in which they were given. */
export async function findStandingActs(db: LedgerDatabase, textIds: readonly string[]): Promise<ReviewAct[]> {
  if (textIds.length === 0) return []
  const rows = await findRows<{ act: ReviewAct }>(
    db,
    sql`select act from review_act
      where text_ids && ${textArray(textIds)} and kind <> 'undo' and not ${isUndone} order by seq`,
  )
  return rows.map(({ act }) => act)
}

/** How many acts on parts of a text were ever given, undone ones and what undid them among them. */
export async function countPartActs(db: LedgerDatabase, textId: string): Promise<number> {
  const [row] = await findRows<{ n: number }>(
    db,
    sql`
    select count(*)::int as n from review_act left join review_act as undone on undone.id = review_act.undoes
    where review_act.text_ids && ${textArray([textId])}
      and coalesce(undone.kind, review_act.kind) in ('accept', 'reject', 'correct', 'add')`,
  )
  return row?.n ?? 0
}
