import { sql } from 'drizzle-orm'
import type { Article } from '../records/article.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'
import { toStorableText } from './to-storable-text.ts'

/** An article that a page had before, in other bytes. */
export interface SameArticle {
  readonly articleId: string
  readonly statements: number
  readonly events: number
}

/**
 * The article of one of these pages that says the very same (title, text, byline, date of publication), was taken out by
 * the same rules and read by these, whatever reviews made of it; null when there is none. The one that was added first, of several.
 */
export async function findSameArticle(
  ledger: Ledger,
  pageIds: readonly string[],
  { title, text, byline, publishedAt, stages }: Article,
  readStages: readonly string[],
): Promise<SameArticle | null> {
  if (pageIds.length === 0) return null
  const same = (column: string, value: string | null) =>
    sql`article.${sql.identifier(column)} is not distinct from ${value === null ? null : toStorableText(value)}::text`
  const [found] = await findRows<SameArticle>(
    ledger.db,
    sql`
    select article.id as "articleId", statement_count as statements, event_count as events
    from (select distinct document_id from sighting where page_id = any(${textArray(pageIds)})) as seen
    join extraction on extraction.document_id = seen.document_id
    join article on article.id = extraction.article_id
    join reading on reading.article_id = article.id
    where ${same('title', title)} and ${same('byline', byline)}
      and ${same('published_value', publishedAt?.value ?? null)} and ${same('text', text)}
      and article.stages = ${textArray(stages)} and reading.stages = ${textArray(readStages)}
    order by article.seq limit 1`,
  )
  return found ?? null
}
