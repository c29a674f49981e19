import { sql } from 'drizzle-orm'
import type { ClaimSummary } from '../records/claim-summary.ts'
import type { StoryTelling, StoryTellings } from '../records/story-telling.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

/** What the articles of a story tell: all its claims, however many, and who tells each. All of its id. */
export async function findStoryTellings(ledger: Ledger, storyId: string): Promise<StoryTellings> {
  const tellings = await findRows<StoryTelling>(
    ledger.db,
    sql`
    select claim_report.claim_id as "claimId", report.article_id as "articleId", report.kind, report.ordinal,
      claim_article.is_copy as "isCopy"
    from story_article
    join report on report.article_id = story_article.article_id
    join claim_report on claim_report.report_id = report.id
    join claim_article on claim_article.claim_id = claim_report.claim_id
      and claim_article.article_id = report.article_id
    where story_article.story_id = ${storyId}
    order by story_article.position, report.span_start, report.kind, report.ordinal`,
  )
  const claims = await findRows<{ summary: ClaimSummary }>(
    ledger.db,
    sql`select summary from claim
      where id = any(${textArray(new Set(tellings.map(({ claimId }) => claimId)))}) order by id`,
  )
  return { claims: claims.map(({ summary }) => summary), tellings }
}
