import type { FollowedFeed } from '../records/feed.ts'
import type { FeedAccess } from './feed-access.ts'

/** All that is followed, page by page. */
export async function findAllFeeds(feeds: FeedAccess): Promise<FollowedFeed[]> {
  const all: FollowedFeed[] = []
  for (let cursor: string | null = null, more = true; more; ) {
    const { rows, nextCursor } = await feeds.findFeeds({ limit: 200, cursor })
    all.push(...rows)
    cursor = nextCursor
    more = nextCursor !== null
  }
  return all
}
