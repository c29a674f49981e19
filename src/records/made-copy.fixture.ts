import type { Copy } from './copy.ts'
import type { Span } from './span.ts'

/** A reprint, nine words in ten the same; of one sentence, at these places of the original and the copy. */
export const makeCopy = (of: string, by: string, at: { of: Span; by: Span }): Copy => ({
  of,
  by,
  kind: 'reprint',
  share: 0.9,
  shareOfOriginal: 0.9,
  words: 300,
  setAside: { quoted: 0, boilerplate: 0 },
  direction: { taken: 'from-of', basis: 'published', source: null, articleId: of, words: null },
  sentences: [{ change: 'same', ...at }],
  basis: [],
})
