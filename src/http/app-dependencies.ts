import type { Ledger } from '../ledger/ledger.ts'
import type { CollectingStatus } from '../records/collecting-status.ts'
import type { Document, Uncollected } from '../records/document.ts'
import type { FollowedList, Following, TestedFeed } from '../records/feed.ts'
import type { IngestOutcome } from '../records/ingest-outcome.ts'
import type { Problem } from '../records/problem.ts'

/** What the door needs from whoever opens it. */
export interface AppDependencies {
  readonly ledger: Ledger
  /** Walks documents through the rooms into the ledger; one outcome each, in order. */
  readonly ingest: (
    documents: AsyncIterable<Document | Uncollected>,
    options: {
      /** The day of publication that the operator gave, `2026-03-10`; null when the page must say. */
      readonly date: string | null
    },
  ) => AsyncIterable<IngestOutcome>
  /** Follows feeds, and collects what they name. */
  readonly collecting: {
    readonly follow: (
      address: string,
      options: { readonly asPage: boolean },
    ) => Promise<Following | { readonly problem: Problem }>
    readonly followList: (document: Document) => Promise<FollowedList | { readonly problem: Problem }>
    readonly test: (address: string) => Promise<TestedFeed | { readonly problem: Problem }>
    /** Has a round run in the background: of these feeds, or of all whose time has come. */
    readonly start: (feedIds: readonly string[] | null) => void
    readonly status: () => CollectingStatus
  }
  /** Folder of the built desk; null when there is none. */
  readonly webRoot: string | null
  /** Of Hearsay, as in its package. */
  readonly version: string
}

/** What a route finds in its context: the dependencies, so that the routes themselves are constants. */
export interface DoorEnv {
  Variables: { dependencies: AppDependencies }
}
