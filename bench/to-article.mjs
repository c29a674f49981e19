import { bareArticle } from '../dist/records/bare-article.js'

/** A text as an article published on a Friday, 21 November 2025, that no page was taken from. */
export const toArticle = (text) => ({
  ...bareArticle,
  id: '0'.repeat(32),
  publishedAt: { value: '2025-11-21', precision: 'day', basis: 'given' },
  language: 'en',
  text,
})
