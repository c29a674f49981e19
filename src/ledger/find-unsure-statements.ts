import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { UnsureStatement } from '../records/unsure-statement.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'

/** How many more than are asked for are looked at in one go: some are of older readings, some were accepted. */
const spare = 50

/** How often one page looks further. */
const mostSteps = 20

interface LookedAt extends UnsureStatement {
  readonly readingId: string
  /** Of the current reading of a current article, and not accepted by anybody. */
  readonly isOpen: boolean
}

const positionSchema = z.tuple([z.number(), z.string().max(64), z.int().nonnegative()])
type Position = z.infer<typeof positionSchema>

/** Statements of which the reader is least sure and that nobody has accepted, of all current articles, the least sure first. */
export async function findUnsureStatements(
  ledger: Ledger,
  query: { readonly limit: number; readonly cursor: string | null },
): Promise<{ statements: UnsureStatement[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit)
  const open: LookedAt[] = []
  const step = limit + spare
  let after: Position | null = query.cursor === null ? null : parseCursor(query.cursor, positionSchema)
  let isMore = true
  for (let steps = 0; isMore && open.length <= limit && steps < mostSteps; steps++) {
    const looked = await lookAt(ledger, after, step)
    open.push(...looked.filter(({ isOpen }) => isOpen))
    const last = looked.at(-1)
    isMore = last !== undefined && looked.length === step
    if (last) after = toPosition(last)
  }
  const { page, last } = toPage(open, limit)
  // Few are open among very many: the page is short, and the next one begins where this one gave up.
  const gaveUp = isMore && open.length <= limit ? after : null
  return {
    statements: page.map(({ readingId: _reading, isOpen: _isOpen, ...statement }) => statement),
    nextCursor: gaveUp ? toCursor(gaveUp) : last && toCursor(toPosition(last)),
  }
}

const toPosition = ({ confidence, readingId, ordinal }: LookedAt): Position => [
  confidence,
  readingId,
  ordinal,
]

/** The next ones along the index, whether they are open or not. */
function lookAt(ledger: Ledger, after: Position | null, step: number): Promise<LookedAt[]> {
  const from: SQL =
    after === null
      ? sql`true`
      : sql`(confidence, reading_id, ordinal) > (${after[0]}::double precision, ${after[1]}, ${after[2]}::int)`
  return findRows<LookedAt>(
    ledger.db,
    sql`
    with looked as materialized (
      select reading_id, ordinal, source_words, proposition, cue_words, cue_start, confidence
      from statement where confidence is not null and ${from}
      order by confidence, reading_id, ordinal limit ${step}
    )
    select reading_id as "readingId", article.id as "articleId", title, outlet, ordinal, source_words as source,
      proposition, cue_words as cue, confidence,
      exists (select from current_reading where current_reading.reading_id = looked.reading_id)
      and exists (select from current_extraction where current_extraction.article_id = article.id)
      and not exists (
        select from review_act
        where kind = 'accept' and text_ids && array[text_id(article."text")]
          and (act->'target'->'head'->>'start')::int = cue_start
          and not exists (select from review_act as undo where undo.undoes = review_act.id)
      ) as "isOpen"
    from looked join reading on reading.id = looked.reading_id join article on article.id = reading.article_id
    order by confidence, reading_id, ordinal`,
  )
}
