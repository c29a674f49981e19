import type { Article } from '../records/article.ts'
import type { Claim } from '../records/claim.ts'
import type { Reading } from '../records/reading.ts'
import type { Report } from '../records/report.ts'
import type { Story, StoryLink } from '../records/story.ts'
import type { ClaimContext } from '../weigh/to-claim.ts'

/** What a profile of an article for stories is, only its maker knows; it survives JSON. */
export type Profile = unknown

/** That two reports tell one thing, or opposite ones, and how surely. */
export interface LinkOfReports {
  readonly relation: 'same' | 'against'
  readonly score: number
}

/**
 * How articles are weighed: pure functions, so that what is kept of them can be mended step by step.
 *
 * `find…Keys` of two things that `compare…` links must share a key; `compare…` is asked once for a pair, the lesser id
 * first, and looks at these two alone; `group…` is given one component of links, nodes in order of their ids.
 */
export interface Weigher {
  /** Changes whenever any of these would give something else: then all is weighed again. */
  readonly version: string
  readonly toProfile: (article: Article, reading: Reading) => Profile
  readonly findStoryKeys: (profile: Profile) => readonly string[]
  readonly compareStories: (a: Profile, b: Profile) => StoryLink | null
  readonly groupStories: (profiles: readonly Profile[], links: readonly StoryLink[]) => readonly Story[]
  readonly toReports: (article: Article, readingId: string, reading: Reading) => readonly Report[]
  readonly findReportKeys: (report: Report) => readonly string[]
  readonly compareReports: (a: Report, b: Report) => LinkOfReports | null
  readonly groupReports: (
    reports: readonly Report[],
    links: readonly (LinkOfReports & { readonly a: string; readonly b: string })[],
  ) => readonly (readonly Report[])[]
  /** The name by which an outlet is known, however an article writes it. */
  readonly nameOutlet: (written: string) => string
  readonly toClaim: (reports: readonly Report[], context: ClaimContext) => Claim
}
