import type { CollectingStatus } from '../records/collecting-status.ts'
import type { RoundStep } from '../records/round-step.ts'

/** How many feeds and pages of a round came to what. */
export type RoundCounts = {
  -readonly [Count in
    | 'feeds'
    | 'feedsFailed'
    | 'new'
    | 'changed'
    | 'unchanged'
    | 'failed']: CollectingStatus[Count]
}

export const noSteps = (): RoundCounts => ({
  feeds: 0,
  feedsFailed: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  failed: 0,
})

/** Counts one more step into `counts`. */
export function countStep(counts: RoundCounts, step: RoundStep): void {
  if (step.kind === 'page') counts[step.outcome]++
  else {
    counts.feeds++
    if (step.outcome === 'failed') counts.feedsFailed++
  }
}
