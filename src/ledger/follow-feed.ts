import { and, eq, ne } from 'drizzle-orm'
import type { FollowedFeed } from '../records/feed.ts'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { feed } from './schema.ts'

/** What is known of an address when it is begun to be followed. */
export interface FeedToFollow
  extends Pick<FollowedFeed, 'id' | 'address' | 'kind' | 'format' | 'title' | 'siteUrl' | 'language'> {
  /** ISO 8601: when it is first asked. */
  readonly nextAt: string
  readonly intervalSeconds: number
}

/**
 * Follows an address; one that is followed stays as it is, but is asked again where it was paused or gone.
 *
 * `isNew` is false when it was followed before.
 */
export async function followFeed(ledger: Ledger, toFollow: FeedToFollow): Promise<{ isNew: boolean }> {
  return explainFailure(() =>
    ledger.db.transaction(async (transaction) => {
      const inserted = await transaction
        .insert(feed)
        .values({ ...toFollow, state: 'active', failureCount: 0 })
        .onConflictDoNothing()
        .returning({ id: feed.id })
      if (inserted.length > 0) return { isNew: true }
      await transaction
        .update(feed)
        .set({ state: 'active', nextAt: toFollow.nextAt, failureCount: 0 })
        .where(and(eq(feed.id, toFollow.id), ne(feed.state, 'active')))
      return { isNew: false }
    }),
  )
}
