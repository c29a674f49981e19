import type { ClaimSummary } from './claim-summary.ts'

/** That an article of a story tells a claim, once for each of its reports. */
export interface StoryTelling {
  readonly claimId: string
  readonly articleId: string
  readonly kind: 'statement' | 'event'
  /** Index in the reading’s statements or events. */
  readonly ordinal: number
  /** Whether the article has the claim’s words from another one that tells it. */
  readonly isCopy: boolean
}

/** What is told in a story: its claims, and every telling of them by one of its articles. */
export interface StoryTellings {
  readonly claims: readonly ClaimSummary[]
  /** By article and then in the order of its text. */
  readonly tellings: readonly StoryTelling[]
}
