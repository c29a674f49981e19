import type { IngestOutcome } from '../jobs/ingest.ts'
import type { StoryCounts } from '../ledger/count-stories.ts'
import type { ActorProfile, ActorSummary } from '../records/actor-profile.ts'
import type { ArticleSummary } from '../records/article-summary.ts'
import type { PageChange } from '../records/change.ts'
import type { Claim } from '../records/claim.ts'
import type { Document, Uncollected } from '../records/document.ts'
import type { OutletProfile, OutletSummary } from '../records/outlet-profile.ts'
import type { Page as ArticlePage } from '../records/page.ts'
import type { ReadingMode } from '../records/reading.ts'
import type { LoggedAct, ReviewKind } from '../records/review.ts'
import type { StoredArticle } from '../records/stored-article.ts'
import type { StoredStory } from '../records/stored-story.ts'
import type { Story } from '../records/story.ts'
import type { TrainingText } from '../records/training-text.ts'
import type { AccountAccess } from './account-access.ts'
import type { FeedAccess, FeedAccessOptions } from './feed-access.ts'
import type { Page, PageQuery } from './list-page.ts'
import type { SituationAccess } from './situation-access.ts'

/** Which claims are asked for; null where a filter was not given, and ids may be their first digits. */
export interface ClaimFilter {
  readonly articleId: string | null
  readonly storyId: string | null
  readonly minOrigins: number | null
  readonly isDisputed: boolean | null
  readonly words: string | null
  /** In the language of `parseSearch`. */
  readonly q: string | null
}

/** Which changes are asked for; null where a filter was not given, and an id may be its first digits. */
export interface ChangeFilter {
  readonly articleId: string | null
  /** The address of a page. */
  readonly page: string | null
  readonly outlet: string | null
  /** ISO 8601. */
  readonly since: string | null
  readonly isSilent: boolean
  readonly withTrivial: boolean
}

/** Which acts of the log; what is null chooses nothing. */
export interface ReviewFilter {
  readonly articleId: string | null
  readonly claimId: string | null
  readonly by: string | null
  readonly kind: ReviewKind | null
}

export interface AddOptions {
  /** The day of publication that the operator gave; null lets each page say. */
  readonly date: string | null
  readonly mode: ReadingMode
  /** Threads that read. */
  readonly workers: number
  readonly signal: AbortSignal
  readonly onFault: (where: string, error: unknown) => void
  readonly onWeighing: (done: number, all: number) => void
}

/**
 * What commands ask of a ledger: opened by this process, or held by a running server and asked over HTTP.
 *
 * A folder can be open in one process only; so that both work side by side, the CLI talks to the server.
 */
export interface Access {
  /** For people: the folder, the database or the server. */
  readonly place: string
  /** Whether a server answers: it reads as it was started to, whatever mode and workers `add` asks for. */
  readonly isRemote: boolean
  readonly findArticles: (
    query: PageQuery & { readonly words: string | null },
  ) => Promise<Page<ArticleSummary>>
  readonly findClaims: (query: PageQuery & ClaimFilter) => Promise<Page<Claim>>
  readonly getClaim: (id: string) => Promise<Claim>
  /** The latest told first. */
  readonly findStories: (query: PageQuery & { readonly words: string | null }) => Promise<Page<Story>>
  readonly getStory: (id: string) => Promise<StoredStory>
  readonly countStories: (ids: readonly string[]) => Promise<ReadonlyMap<string, StoryCounts>>
  /** Those of most origins first. */
  readonly findActors: (query: PageQuery & { readonly words: string | null }) => Promise<Page<ActorSummary>>
  readonly getActor: (name: string) => Promise<ActorProfile>
  /** Those of most articles first. */
  readonly findOutlets: (query: PageQuery & { readonly words: string | null }) => Promise<Page<OutletSummary>>
  readonly getOutlet: (name: string) => Promise<OutletProfile>
  readonly getArticle: (id: string) => Promise<StoredArticle>
  /** Those that were seen last first. */
  readonly findChanges: (query: PageQuery & ChangeFilter) => Promise<Page<PageChange>>
  /** The page of an article with its versions; null where it has none. */
  readonly getPage: (articleId: string) => Promise<ArticlePage | null>
  readonly getVersionChange: (articleId: string, n: number) => Promise<PageChange>
  /** The newest first. */
  readonly findReviews: (query: PageQuery & ReviewFilter) => Promise<Page<LoggedAct>>
  /** Every reviewed text, as training data. */
  readonly exportReviews: () => AsyncIterable<TrainingText>
  readonly situations: SituationAccess
  readonly accounts: AccountAccess
  readonly openFeeds: (options: FeedAccessOptions) => Promise<FeedAccess>
  readonly add: (
    documents: AsyncIterable<Document | Uncollected>,
    options: AddOptions,
  ) => AsyncIterable<IngestOutcome>
  readonly close: () => Promise<void>
}
