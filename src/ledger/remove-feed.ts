import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { feed, feedVisit, visit } from './schema.ts'

/**
 * Follows a feed no longer, nor the pages that no other feed named. Articles that came from it stay, with every
 * version of their pages.
 */
export async function removeFeed(ledger: Ledger, feedId: string): Promise<void> {
  await explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      await transaction.select({ id: feed.id }).from(feed).where(eq(feed.id, feedId)).for('update')
      // Else another feed might name a page between its being found unnamed and its going.
      await transaction.execute(sql`lock table visit in share row exclusive mode`)
      const named = await transaction
        .delete(feedVisit)
        .where(eq(feedVisit.feedId, feedId))
        .returning({ id: feedVisit.visitId })
      for (let start = 0; start < named.length; start += 1000) {
        const ids = named.slice(start, start + 1000).map(({ id }) => id)
        const byOthers = transaction.select().from(feedVisit).where(eq(feedVisit.visitId, visit.id))
        await transaction.delete(visit).where(and(inArray(visit.id, ids), notExists(byOthers)))
      }
      await transaction.delete(feed).where(eq(feed.id, feedId))
    }),
  )
}
