import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { PublicationDate } from '../records/article.ts'
import type { ArticleSummary } from '../records/article-summary.ts'
import { allClaims, type ClaimQuery } from '../records/claim-query.ts'
import { answerOnce } from './answer-once.ts'
import { toArticleConditions } from './article-conditions.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { allOf } from './narrow.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { article } from './schema.ts'
import { textArray } from './to-array.ts'

export interface ArticlesQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /**
   * Words of the title or the text, in any order and (in English) any form; `"in quotation marks"` together,
   * `or` between alternatives, `-` before what must not stand there.
   */
  readonly words?: string
  /** Only pages that this feed named; all of its id. */
  readonly feedId?: string
  /** Only weighed articles of the outlet with this key. */
  readonly outletKey?: string
  /** Only articles for which `toArticleConditions` hold. */
  readonly query?: ClaimQuery
}

interface ArticleRow extends Omit<ArticleSummary, 'publishedAt'> {
  readonly publishedValue: string | null
  readonly publishedPrecision: PublicationDate['precision']
  readonly publishedBasis: PublicationDate['basis']
  readonly seq: string
  readonly instant: string
}

const positionSchema = z.tuple([z.iso.datetime().or(z.literal('-infinity')), z.string().regex(/^\d{1,18}$/)])

/**
 * Current articles, the newest publication first and the undated last; a date without a time counts as its
 * first moment in UTC.
 *
 * Following `nextCursor` until it is null gives every article once; articles added meanwhile may be missed.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findArticles(
  ledger: Ledger,
  query: ArticlesQuery = {},
): Promise<{ articles: ArticleSummary[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const order = sql`coalesce(article.published_at, '-infinity'::timestamptz)`
  const conditions = await toConditions(ledger, query)
  if (query.cursor !== undefined && query.cursor !== null) {
    const [instant, seq] = parseCursor(query.cursor, positionSchema)
    conditions.push(sql`(${order}, article.seq) < (${instant}::timestamptz, ${seq}::bigint)`)
  }
  if (query.feedId !== undefined)
    conditions.push(sql`article.id in (
      select article_id from feed_visit join visit on visit.id = visit_id where feed_id = ${query.feedId}
    )`)
  if (query.outletKey !== undefined)
    conditions.push(sql`article.id in (select article_id from outlet_article where key = ${query.outletKey})`)
  // In order first, then whether each is current until the page is full, then what is told of each: else all of it is
  // looked up of whatever could be on the page, 0.16 ms for each of up to 5,000 articles. `offset` keeps both apart.
  const inOrder = sql`order by ${order} desc, article.seq desc`
  const rows = await findArticleRows(
    ledger,
    sql`(
      select * from (
        select article.*, ${order} as listed_at from article where ${allOf(conditions)} ${inOrder} offset 0
      ) as article
      where exists (select from current_extraction where current_extraction.article_id = article.id offset 0)
      order by listed_at desc, seq desc limit ${limit + 1}
    )`,
    inOrder,
  )
  const { page, last } = toPage(rows, limit)
  return {
    articles: page.map(toSummary),
    nextCursor: last && toCursor([last.instant, last.seq]),
  }
}

/** How many articles a query finds. */
export async function countArticles(ledger: Ledger, query: ClaimQuery): Promise<number> {
  // Articles come before they are weighed.
  const [last] = await findRows<{ seq: string | null }>(
    ledger.db,
    sql`select max(seq)::text as seq from extraction`,
  )
  return answerOnce(ledger, ['articles', query, last?.seq], async () => {
    const conditions = await toArticleConditions(ledger, query)
    const [row] = await findRows<{ articles: number }>(
      ledger.db,
      sql`select count(*)::int as articles from article
        where id in (select article_id from current_extraction) and ${allOf(conditions)}`,
    )
    return row?.articles ?? 0
  })
}

const toConditions = async (
  ledger: Ledger,
  { words = '', query = allClaims }: ArticlesQuery,
): Promise<SQL[]> => [
  ...(await toArticleConditions(ledger, { ...allClaims, words })),
  ...(await toArticleConditions(ledger, query)),
]

/** The articles of these ids, current or not; in no order. */
export async function findArticleSummaries(
  ledger: Ledger,
  articleIds: readonly string[],
): Promise<ArticleSummary[]> {
  const rows = await findArticleRows(
    ledger,
    sql`(select * from article where id = any(${textArray(articleIds)}))`,
    sql``,
  )
  return rows.map(toSummary)
}

const findArticleRows = (ledger: Ledger, chosen: SQL, inOrder: SQL): Promise<ArticleRow[]> =>
  findRows<ArticleRow>(
    ledger.db,
    sql`
    select article.id, title, outlet, byline, published_value as "publishedValue",
      published_precision as "publishedPrecision", published_basis as "publishedBasis", url, language,
      (
        select sighting."where" from sighting
        join extraction on extraction.document_id = sighting.document_id
        where extraction.article_id = article.id order by sighting.seq limit 1
      ) as "where",
      coalesce(statement_count, 0) as statements, coalesce(event_count, 0) as events,
      article.problem_count + coalesce(reading.problem_count, 0) as problems, word_count as words,
      ${isoInstant(article.addedAt)} as "addedAt",
      article.seq::text as seq, coalesce(${isoInstant(article.publishedAt)}, '-infinity') as instant
    from ${chosen} as article
    left join lateral (
      select statement_count, event_count, problem_count from reading
      where article_id = article.id order by seq desc limit 1
    ) as reading on true ${inOrder}`,
  )

function toSummary(row: ArticleRow): ArticleSummary {
  const { publishedValue, publishedPrecision, publishedBasis, seq: _seq, instant: _instant, ...rest } = row
  const publishedAt =
    publishedValue === null
      ? null
      : { value: publishedValue, precision: publishedPrecision, basis: publishedBasis }
  const { id, title, outlet, byline, ...more } = rest
  return { id, title, outlet, byline, publishedAt, ...more }
}
