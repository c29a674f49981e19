import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { allClaims, type ClaimQuery } from '../records/claim-query.ts'
import { type Story, storySchema } from '../records/story.ts'
import { answerOnce } from './answer-once.ts'
import { toArticleConditions } from './article-conditions.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { allOf, findFew, narrow } from './narrow.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { story } from './schema.ts'

export interface StoriesQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** Words of a headline of one of its articles; as those of `findArticles`. */
  readonly words?: string
  /**
   * Only stories that have its words in a headline, and an article for which the other `toArticleConditions` hold.
   */
  readonly query?: ClaimQuery
  /** Only the story of this article; all of its id. */
  readonly articleId?: string
  /**
   * `told-most`, which is the default: those of most outlets first, then of most articles, then the earliest, the
   * undated last. `newest`: those that were last told of latest first, the undated last.
   */
  readonly order?: 'told-most' | 'newest'
}

interface StoryRow {
  readonly record: unknown
  readonly outletCount: number
  readonly articleCount: number
  readonly instant: string
  readonly id: string
}

const idSchema = z.string().regex(/^[^\0]*$/)
const toldMostSchema = z.tuple([z.int(), z.int(), z.iso.datetime().or(z.literal('infinity')), idSchema])
const newestSchema = z.tuple([z.iso.datetime().or(z.literal('-infinity')), idSchema])

/**
 * Stories, in the order that the query asks for.
 *
 * Following `nextCursor` until it is null gives every story once, as long as they are not weighed anew meanwhile.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findStories(
  ledger: Ledger,
  query: StoriesQuery = {},
): Promise<{ stories: Story[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const isNewest = query.order === 'newest'
  const instant = isNewest
    ? sql`coalesce(story.last_published_at, '-infinity'::timestamptz)`
    : sql`coalesce(story.first_published_at, 'infinity'::timestamptz)`
  const { words, query: claims, articleId } = query
  const chosen = await toConditions(ledger, query)
  const few = () =>
    answerOnce(ledger, ['few stories', { words, claims, articleId }], async () =>
      findFew(ledger.db, 'story', await toConditions(ledger, query)),
    )
  const conditions = [...(await narrow('story', chosen, few))]
  const cursor = query.cursor ?? null
  if (cursor !== null && isNewest) {
    const [at, id] = parseCursor(cursor, newestSchema)
    conditions.push(sql`(${instant}, story.id) < (${at}::timestamptz, ${id}::text)`)
  } else if (cursor !== null) {
    const [outletCount, articleCount, first, id] = parseCursor(cursor, toldMostSchema)
    conditions.push(sql`
      (-outlet_count, -article_count, ${instant}, story.id)
      > (${-outletCount}::int, ${-articleCount}::int, ${first}::timestamptz, ${id}::text)`)
  }
  const rows = await findRows<StoryRow>(
    ledger.db,
    sql`
    select story.id, record, outlet_count as "outletCount", article_count as "articleCount",
      ${
        isNewest
          ? sql`coalesce(${isoInstant(story.lastPublishedAt)}, '-infinity')`
          : sql`coalesce(${isoInstant(story.firstPublishedAt)}, 'infinity')`
      } as instant
    from story
    where ${allOf(conditions)}
    order by ${isNewest ? sql`${instant} desc, story.id desc` : sql`-outlet_count, -article_count, ${instant}, story.id`}
    limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return {
    stories: page.map(({ record }) => storySchema.parse(record)),
    nextCursor:
      last &&
      toCursor(
        isNewest ? [last.instant, last.id] : [last.outletCount, last.articleCount, last.instant, last.id],
      ),
  }
}

/** How many stories the same query finds. */
export async function countFoundStories(ledger: Ledger, query: StoriesQuery): Promise<number> {
  const { words, query: claims, articleId } = query
  return answerOnce(ledger, ['stories', { words, claims, articleId }], async () => {
    const conditions = await toConditions(ledger, query)
    const [row] = await findRows<{ stories: number }>(
      ledger.db,
      sql`select count(*)::int as stories from story where ${allOf(conditions)}`,
    )
    return row?.stories ?? 0
  })
}

async function toConditions(
  ledger: Ledger,
  { words: given = '', query = allClaims, articleId }: StoriesQuery,
): Promise<SQL[]> {
  const conditions: SQL[] = []
  for (const words of [given, query.words].map((each) => each.replaceAll('\u0000', ' ').trim()))
    if (words !== '')
      conditions.push(sql`story.id in (
        select story_id from story_article join article on article.id = article_id
        where to_tsvector('english', left(coalesce(title, ''), 10000)) @@ websearch_to_tsquery('english', ${words})
          and article.search @@ websearch_to_tsquery('english', ${words})
      )`)
  const ofArticle = await toArticleConditions(ledger, { ...query, words: '' })
  if (ofArticle.length > 0)
    conditions.push(sql`story.id in (
      select story_id from story_article join article on article.id = article_id
      where ${allOf(ofArticle)}
    )`)
  if (articleId !== undefined)
    conditions.push(sql`story.id in (select story_id from story_article where article_id = ${articleId})`)
  return conditions
}
