import type { CollectingStatus } from '../records/collecting-status.ts'
import type { Document } from '../records/document.ts'
import type { FollowedList, Following, TestedFeed } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import type { RoundStep } from '../records/round-step.ts'

/** What follows feeds and collects what they name, with one fetcher for all of it. Must be closed. */
export interface Collecting {
  readonly follow: (
    address: string,
    options: { readonly asPage: boolean },
  ) => Promise<Following | { readonly problem: Problem }>
  readonly followList: (document: Document) => Promise<FollowedList | { readonly problem: Problem }>
  readonly test: (address: string) => Promise<TestedFeed | { readonly problem: Problem }>
  /** One round; of these feeds alone, or of all whose time has come. */
  readonly round: (feedIds: readonly string[] | null, signal: AbortSignal) => AsyncGenerator<RoundStep>
  /**
   * Has a round run in the background; one that runs already goes on, and this one comes after it. Where one that asks
   * the same feeds waits already, that one serves.
   */
  readonly start: (feedIds: readonly string[] | null) => void
  /** Of the rounds in the background. */
  readonly status: () => CollectingStatus
  /** Has rounds run whenever something is due, until it is closed. */
  readonly keepGoing: () => void
  readonly close: () => Promise<void>
}
