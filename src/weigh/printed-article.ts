import type { Article } from '../records/article.ts'

/** What of an article its chains are made from. */
export type PrintedArticle = Pick<
  Article,
  'id' | 'title' | 'outlet' | 'url' | 'byline' | 'publishedAt' | 'credits' | 'text'
>
