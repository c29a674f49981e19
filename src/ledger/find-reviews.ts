import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type LoggedAct, loggedActSchema, type ReviewKind } from '../records/review.ts'
import { findRows } from './find-rows.ts'
import type { Ledger, LedgerDatabase } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { textArray } from './to-array.ts'

/** Which acts of the log. */
export interface ReviewsQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** Only those on these texts. */
  readonly textIds?: readonly string[]
  /** Only those given at this article; all of its id. */
  readonly articleId?: string
  /** Only these. */
  readonly ids?: readonly string[]
  /** Only those that this one gave. */
  readonly by?: string
  readonly kind?: ReviewKind
}

/**
 * The claim of an act by the id that it has now: of the report that it was named after, else of the words that the act
 * speaks of; the id that it had where nobody tells them any more.
 */
const claimNow = (act: SQL) => sql`
  case when ${act}.claim_id is not null then coalesce(
    (select claim_report.claim_id from claim_report where report_id = ${act}.claim_id),
    (
      select claim_report.claim_id
      from json_array_elements(coalesce(${act}.act->'reports', ${act}.act->'these')) as anchor
      join article on text_id(article.text) = anchor->>'textId'
      join report on report.article_id = article.id and report.kind = anchor->>'kind'
        and report.span_start < (anchor->'span'->>'end')::int and report.span_end > (anchor->'span'->>'start')::int
      join claim_report on claim_report.report_id = report.id
      order by
        least(report.span_end, (anchor->'span'->>'end')::int) - greatest(report.span_start, (anchor->'span'->>'start')::int) desc,
        report.id
      limit 1
    ),
    ${act}.claim_id
  ) end`

const columns = sql`
  review_act.seq::text as seq, act, article_id as "articleId", ${claimNow(sql`review_act`)} as "claimId", title,
  (select undo.id from review_act as undo where undo.undoes = review_act.id) as "undoneBy",
  (
    select json_build_object('act', undone.act, 'articleId', undone.article_id, 'claimId', ${claimNow(sql`undone`)}, 'title', undone.title)
    from review_act as undone where undone.id = review_act.undoes
  ) as undone`

/**
 * The log, the newest act first.
 *
 * Following `nextCursor` until it is null gives every act once; those given meanwhile are not among them.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findReviews(
  ledger: Ledger,
  query: ReviewsQuery = {},
): Promise<{ acts: LoggedAct[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const conditions = toConditions(query)
  if (query.cursor !== undefined && query.cursor !== null) {
    const [before] = parseCursor(query.cursor, z.tuple([z.string().regex(/^\d{1,18}$/)]))
    conditions.push(sql`review_act.seq < ${before}::bigint`)
  }
  const rows = await findRows<LoggedAct & { seq: string }>(
    ledger.db,
    sql`select ${columns} from review_act where ${sql.join(conditions, sql` and `)}
      order by review_act.seq desc limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return { acts: page.map((row) => loggedActSchema.parse(row)), nextCursor: last && toCursor([last.seq]) }
}

function toConditions({ textIds, articleId, ids, by, kind }: ReviewsQuery): SQL[] {
  const conditions = [sql`true`]
  if (textIds !== undefined) conditions.push(sql`text_ids && ${textArray(textIds)}`)
  if (articleId !== undefined) conditions.push(sql`article_id = ${articleId}`)
  if (ids !== undefined) conditions.push(sql`review_act.id = any(${textArray(ids)})`)
  if (by !== undefined) conditions.push(sql`"by" = ${by}`)
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`)
  return conditions
}

/** An act by its whole id. @throws where the ledger has none. */
export async function getReview(db: LedgerDatabase, id: string): Promise<LoggedAct> {
  const [row] = await findRows<LoggedAct>(
    db,
    sql`select ${columns} from review_act where review_act.id = ${id}`,
  )
  if (row === undefined) throw new Error(`The ledger has no review ${id}.`)
  return loggedActSchema.parse(row)
}
