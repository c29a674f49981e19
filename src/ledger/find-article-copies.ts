import { sql } from 'drizzle-orm'
import { type Copy, copySchema } from '../records/copy.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** The copies in which an article takes part, as original or as copy; in order of the ids of copy and original. */
export async function findArticleCopies(ledger: Ledger, articleId: string): Promise<Copy[]> {
  const rows = await findRows<{ copy: object; sentences: unknown }>(
    ledger.db,
    sql`
    select copy, sentences from overlap
    where (later_id = ${articleId} or earlier_id = ${articleId}) and copy is not null
    order by (copy->>'by') collate "C", (copy->>'of') collate "C"`,
  )
  return rows.map(({ copy, sentences }) => copySchema.parse({ ...copy, sentences }))
}
