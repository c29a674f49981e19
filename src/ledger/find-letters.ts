import { sql } from 'drizzle-orm'
import type { Letter } from '../records/review.ts'
import { findRows } from './find-rows.ts'
import { isUndone } from './is-undone.ts'
import type { LedgerDatabase } from './ledger.ts'

/** A letter that an analyst gave; null where it was taken away. */
export interface GivenLetter {
  /** As it was given. */
  readonly name: string
  readonly letter: Letter | null
  readonly by: string
  readonly at: string
}

/** The letters that analysts gave and did not undo, in the order in which they were given. */
export const findLetters = (db: LedgerDatabase): Promise<GivenLetter[]> =>
  findRows(
    db,
    sql`select act->>'name' as name, act->>'letter' as letter, "by", act->>'at' as at from review_act
      where kind = 'grade-origin' and not ${isUndone} order by seq`,
  )
