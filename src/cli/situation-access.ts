import type { OutletMatrix } from '../records/outlet-matrix.ts'
import type { FollowedSituation, SituationDraft } from '../records/situation.ts'
import type { SituationNews } from '../records/situation-news.ts'
import type { Page, PageQuery } from './list-page.ts'

/** What commands ask about the situations that are followed. Ids may be their first digits. */
export interface SituationAccess {
  /** In the order in which they were made. */
  readonly findSituations: (query: PageQuery) => Promise<Page<FollowedSituation>>
  readonly getSituation: (id: string) => Promise<FollowedSituation>
  /** What came since an instant; null: since the last visit, or since it was made. */
  readonly tellNews: (id: string, since: string | null) => Promise<SituationNews>
  /** Which outlets tell its claims, of so many claims at most, those of most reports first. */
  readonly findOutlets: (id: string, claims: number) => Promise<OutletMatrix>
  readonly add: (draft: SituationDraft) => Promise<FollowedSituation>
  readonly remove: (id: string) => Promise<void>
  /** Notes that what came up to an instant has been seen. */
  readonly noteVisit: (id: string, until: string) => Promise<void>
}
