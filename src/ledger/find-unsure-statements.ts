import { sql } from 'drizzle-orm'
import type { UnsureStatement } from '../records/unsure-statement.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** Of how many articles, the latest published first: the ledger’s statements are too many to be sorted for a list. */
const mostArticles = 500

/**
 * Statements of the latest articles of which the reader is least sure and nobody has said anything, the least sure first;
 * at most so many.
 */
export async function findUnsureStatements(ledger: Ledger, limit: number): Promise<UnsureStatement[]> {
  return findRows<UnsureStatement>(
    ledger.db,
    sql`
    with latest as materialized (
      select id, title, outlet, "text" from article
      where id in (select article_id from current_extraction)
      order by coalesce(published_at, '-infinity'::timestamptz) desc, seq desc limit ${mostArticles}
    ),
    unsure as materialized (
      select latest.id as "articleId", title, outlet, ordinal, source_words as source, proposition, cue_words as cue,
        cue_start, confidence, "text"
      from latest join current_reading on current_reading.article_id = latest.id
      join statement on statement.reading_id = current_reading.reading_id
      where confidence is not null
      order by confidence, latest.id, ordinal limit ${limit * 2 + 50}
    )
    select "articleId", title, outlet, ordinal, source, proposition, cue, confidence from unsure
    where not exists (
      select from review_act
      where kind = 'accept' and text_ids && array[text_id(unsure."text")]
        and (act->'target'->'head'->>'start')::int = cue_start
        and not exists (select from review_act as undo where undo.undoes = review_act.id)
    )
    order by confidence, "articleId", ordinal limit ${limit}`,
  )
}
