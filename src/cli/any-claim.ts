import type { ClaimFilter } from './access.ts'

/** Chooses every claim. */
export const anyClaim: ClaimFilter = {
  articleId: null,
  storyId: null,
  minOrigins: null,
  isDisputed: null,
  words: null,
  q: null,
}
