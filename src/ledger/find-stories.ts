import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Story, storySchema } from '../records/story.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { story } from './schema.ts'

export interface StoriesQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** Words of a headline of one of its articles; as those of `findArticles`. */
  readonly words?: string
  /** Only the story of this article; all of its id. */
  readonly articleId?: string
}

interface StoryRow {
  readonly record: unknown
  readonly outletCount: number
  readonly articleCount: number
  readonly instant: string
  readonly id: string
}

const positionSchema = z.tuple([
  z.int(),
  z.int(),
  z.iso.datetime().or(z.literal('infinity')),
  z.string().regex(/^[^\0]*$/),
])

/**
 * Stories: those of most outlets first, then of most articles, then the earliest, the undated last.
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
  const words = query.words?.replaceAll('\u0000', ' ').trim() ?? ''
  const instant = sql`coalesce(story.first_published_at, 'infinity'::timestamptz)`
  const conditions = [sql`true`]
  if (words !== '')
    conditions.push(sql`story.id in (
      select story_id from story_article join article on article.id = article_id
      where to_tsvector('english', left(coalesce(title, ''), 10000)) @@ websearch_to_tsquery('english', ${words})
        and article.search @@ websearch_to_tsquery('english', ${words})
    )`)
  if (query.articleId !== undefined)
    conditions.push(
      sql`story.id in (select story_id from story_article where article_id = ${query.articleId})`,
    )
  if (query.cursor !== undefined && query.cursor !== null) {
    const [outletCount, articleCount, first, id] = parseCursor(query.cursor, positionSchema)
    conditions.push(sql`
      (-outlet_count, -article_count, ${instant}, story.id)
      > (${-outletCount}::int, ${-articleCount}::int, ${first}::timestamptz, ${id}::text)`)
  }
  const rows = await findRows<StoryRow>(
    ledger.db,
    sql`
    select story.id, record, outlet_count as "outletCount", article_count as "articleCount",
      coalesce(${isoInstant(story.firstPublishedAt)}, 'infinity') as instant
    from story
    where ${sql.join(conditions, sql` and `)}
    order by -outlet_count, -article_count, ${instant}, story.id
    limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return {
    stories: page.map(({ record }) => storySchema.parse(record)),
    nextCursor: last && toCursor([last.outletCount, last.articleCount, last.instant, last.id]),
  }
}
