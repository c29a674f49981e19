import { sql } from 'drizzle-orm'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

/** What a list of stories tells of each beside its record. */
export interface StoryCounts {
  /** Articles that were taken from another of the story. */
  readonly copies: number
  /** Claims that its articles report. */
  readonly claims: number
}

/** The counts of these stories, by id; one that the ledger has not is left out. */
export async function countStories(
  ledger: Ledger,
  storyIds: readonly string[],
): Promise<Map<string, StoryCounts>> {
  if (storyIds.length === 0) return new Map()
  const ids = textArray(storyIds)
  const rows = await findRows<StoryCounts & { id: string }>(
    ledger.db,
    sql`
    select story.id,
      (
        select count(distinct copy->>'by')::int from story_article later
        join overlap on later_id = later.article_id and copy is not null
        join story_article earlier on earlier.article_id = earlier_id and earlier.story_id = later.story_id
        where later.story_id = story.id
      ) as copies,
      (
        select count(distinct claim_id)::int from story_article
        join claim_article on claim_article.article_id = story_article.article_id
        where story_id = story.id
      ) as claims
    from story where story.id = any(${ids})`,
  )
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
