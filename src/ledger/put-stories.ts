import { sql } from 'drizzle-orm'
import type { Story } from '../records/story.ts'
import { insertRows, putRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { hashKey, type Member } from './link-graph.ts'
import { storyArticle, storyProfile, story as storyTable } from './schema.ts'
import { textArray } from './to-array.ts'
import { toInstant } from './to-instant.ts'

/** Keeps what an article is found by, and what it is compared by, when it is put into stories. */
export async function insertStoryProfile(
  transaction: LedgerTransaction,
  articleId: string,
  keys: readonly string[],
  profile: unknown,
): Promise<void> {
  await insertRows(transaction, storyProfile, [
    { articleId, keys: [...new Set(keys.map(hashKey))], record: profile },
  ])
}

/** Puts stories and the articles’ places in them where other ones were; `goneIds` are stories that are no more. */
export async function putStories(
  transaction: LedgerTransaction,
  stories: readonly Story[],
  members: readonly Member[],
  goneIds: readonly string[],
): Promise<void> {
  await putRows(
    transaction,
    storyTable,
    stories.map((record) => ({
      id: record.id,
      articleCount: record.articles.length,
      outletCount: record.outlets.length,
      firstPublishedAt: toInstant(record.firstPublishedAt),
      lastPublishedAt: toInstant(record.lastPublishedAt),
      // Why they are one story stands in `story_link` already, and grows with the square of the story.
      record: { ...record, links: [] },
    })),
  )
  await putRows(
    transaction,
    storyArticle,
    members.map(({ id, groupId, ...more }) => ({ articleId: id, storyId: groupId, ...more })),
  )
  if (goneIds.length > 0)
    await transaction.execute(sql`delete from ${storyTable} where id = any(${textArray(goneIds)})`)
}
