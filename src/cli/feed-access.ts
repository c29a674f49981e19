import type { Collecting } from '../jobs/collecting.ts'
import type { CollectingStatus } from '../records/collecting-status.ts'
import type { FollowedFeed } from '../records/feed.ts'
import type { ReadingMode } from '../records/reading.ts'
import type { RoundStep } from '../records/round-step.ts'
import type { Page, PageQuery } from './list-page.ts'

export interface FeedAccessOptions {
  readonly allowPrivate: boolean
  readonly ignoreRobots: boolean
  readonly mode: ReadingMode
  /** Threads that read. */
  readonly workers: number
  readonly onFault: (where: string, error: unknown) => void
}

/** What commands ask about what is followed. A running server fetches as it was started to, whatever the options. */
export interface FeedAccess extends Pick<Collecting, 'follow' | 'followList' | 'test'> {
  readonly findFeeds: (query: PageQuery) => Promise<Page<FollowedFeed>>
  /** Ids may be their first digits, here and below. */
  readonly getFeed: (id: string) => Promise<FollowedFeed>
  readonly setState: (id: string, state: 'active' | 'paused') => Promise<void>
  readonly remove: (id: string) => Promise<void>
  /**
   * One round, of these feeds or of all whose time has come: its steps as they are done; from a running server how far
   * it is, now and then.
   */
  readonly collect: (
    feedIds: readonly string[] | null,
    signal: AbortSignal,
  ) => AsyncIterable<RoundStep | CollectingStatus>
  readonly close: () => Promise<void>
}
