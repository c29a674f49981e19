import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/**
 * Ids of the articles whose weighing is not that of this version: current ones that were not weighed, or read anew
 * since, and weighed ones that are no longer current; in the order in which they were added.
 *
 * Those on which the same version failed are left out, unless asked for. Reads the whole list of articles.
 */
export async function findUnweighed(
  ledger: Ledger,
  version: string,
  { withFailed = false }: { readonly withFailed?: boolean } = {},
): Promise<string[]> {
  const rows = await findRows<{ id: string }>(
    ledger.db,
    sql`
    with current as (
      select current_reading.article_id, reading_id from current_reading
      where article_id in (select article_id from current_extraction)
    )
    select article.id from article
    left join current on current.article_id = article.id
    left join weighed on weighed.article_id = article.id
    where (current.reading_id is distinct from weighed.reading_id)
      or (weighed.version <> ${version})
      or (${withFailed} and weighed.problem is not null)
    order by article.seq`,
  )
  return rows.map(({ id }) => id)
}
