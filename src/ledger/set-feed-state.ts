import { eq } from 'drizzle-orm'
import { explainFailure } from './explain-failure.ts'
import type { Ledger } from './ledger.ts'
import { feed } from './schema.ts'

/** Pauses a feed, or has it asked again, at once. The pages that it named are visited as before. */
export async function setFeedState(
  ledger: Ledger,
  feedId: string,
  state: 'active' | 'paused',
  now: string,
): Promise<void> {
  await explainFailure(async () =>
    ledger.db
      .update(feed)
      .set(state === 'paused' ? { state, nextAt: null } : { state, nextAt: now, failureCount: 0 })
      .where(eq(feed.id, feedId)),
  )
}
