import type { FollowedFeed } from '../../../src/records/feed.ts'

/** What a feed is called: by its title, or by its address where it has none. */
export const nameFeed = ({ title, address }: Pick<FollowedFeed, 'title' | 'address'>): string =>
  title?.trim() || address
