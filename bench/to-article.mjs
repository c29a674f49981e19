/** A text as an article published on a Friday, 21 November 2025, that no page was taken from. */
export const toArticle = (text) => ({
  id: '0'.repeat(32),
  title: null,
  byline: null,
  outlet: null,
  url: null,
  publishedAt: { value: '2025-11-21', precision: 'day', basis: 'given' },
  language: 'en',
  text,
  credits: [],
  dropped: [],
  stages: [],
  problems: [],
})
