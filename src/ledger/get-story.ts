import { sql } from 'drizzle-orm'
import type { ArticleSummary } from '../records/article-summary.ts'
import type { Copy } from '../records/copy.ts'
import type { StoredStory, StoryArticle } from '../records/stored-story.ts'
import { type Story, storySchema } from '../records/story.ts'
import { findArticleSummaries } from './find-articles.ts'
import { findClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import { getFullId, idPlaces } from './get-full-id.ts'
import type { Ledger } from './ledger.ts'
import { findCopiesAmong } from './overlaps.ts'

/**
 * The story of this id with its articles and claims; any beginning of the id will do, from 4 digits, that no other has.
 *
 * A story has the id of its earliest article: it has another once an earlier one is found.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several stories begin so.
 */
export async function getStory(ledger: Ledger, id: string): Promise<Omit<StoredStory, 'outlets'>> {
  const storyId = await getFullId(ledger, id, idPlaces.story)
  const [row] = await findRows<{ record: object }>(
    ledger.db,
    sql`select record from story where id = ${storyId}`,
  )
  const links = await findLinksWithin(ledger, storyId)
  const story = storySchema.parse(row && { ...row.record, links })
  const [summaries, copies, { claims, nextCursor }] = await Promise.all([
    findArticleSummaries(ledger, story.articles),
    findCopiesAmong(ledger.db, story.articles),
    findClaims(ledger, { storyId, limit: 200 }),
  ])
  return { story, articles: fold(story, summaries, copies), claims, nextClaimCursor: nextCursor }
}

/** The links among the articles of a story, the most alike first. */
async function findLinksWithin(ledger: Ledger, storyId: string): Promise<unknown[]> {
  const rows = await findRows<{ record: unknown }>(
    ledger.db,
    sql`
    select link.record from story_article as one
    join story_link as link on link.a_id = one.article_id
    join story_article as other on other.article_id = link.b_id
    where one.story_id = ${storyId} and other.story_id = ${storyId}
    order by (link.record->>'score')::float8 desc, link.a_id collate "C", link.b_id collate "C"`,
  )
  return rows.map(({ record }) => record)
}

function fold(story: Story, summaries: readonly ArticleSummary[], copies: readonly Copy[]): StoryArticle[] {
  const byId = new Map(summaries.map((summary) => [summary.id, summary]))
  const taken = new Map<string, Copy>()
  for (const copy of copies) {
    const known = taken.get(copy.by)
    if (!known || copy.share > known.share) taken.set(copy.by, copy)
  }
  /** The one at the end of the chain; two that are said to copy each other end at the earlier. */
  const rootOf = (id: string): string => {
    const seen = new Set<string>()
    let at = id
    for (let copy = taken.get(at); copy && !seen.has(at); copy = taken.get(at)) {
      seen.add(at)
      at = copy.of
    }
    return seen.has(at) ? (story.articles.find((each) => seen.has(each)) ?? id) : at
  }
  const folded = new Map<string, StoryArticle & { copies: { article: ArticleSummary; copy: Copy }[] }>()
  for (const id of story.articles) {
    const article = byId.get(id)
    if (article && rootOf(id) === id) folded.set(id, { article, copies: [] })
  }
  for (const id of story.articles) {
    const [article, copy, root] = [byId.get(id), taken.get(id), folded.get(rootOf(id))]
    if (article && copy && root && root.article.id !== id) root.copies.push({ article, copy })
  }
  return [...folded.values()]
}
