import type { BulletinBoard } from '../jobs/bulletin-board.ts'
import type { Collecting } from '../jobs/collecting.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Document, Uncollected } from '../records/document.ts'
import type { IngestOutcome } from '../records/ingest-outcome.ts'
import type { Asker } from './asker.ts'
import type { Guard } from './guard.ts'
import type { User } from './user.ts'

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
  readonly collecting: Pick<Collecting, 'follow' | 'followList' | 'test' | 'start' | 'status'>
  /** Where what this process learns is posted. */
  readonly bulletins: BulletinBoard
  /** Folder of the built desk; null when there is none. */
  readonly webRoot: string | null
  /** Of Hearsay, as in its package. */
  readonly version: string
  /** With accounts, where others can reach the server; without, on this machine, whoever asks may do all. */
  readonly guard?: Guard | undefined
}

/** What a route finds in its context: the dependencies, so that the routes themselves are constants, and who asks. */
export interface DoorEnv {
  Variables: { dependencies: AppDependencies; user: User; asker: Asker }
}
