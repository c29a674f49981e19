import type { Article } from '../records/article.ts'

/** What a format gives: the article but for what every format gets the same way. */
export type Draft = Pick<
  Article,
  | 'title'
  | 'byline'
  | 'authors'
  | 'outlet'
  | 'url'
  | 'publishedAt'
  | 'modifiedAt'
  | 'licence'
  | 'blocks'
  | 'links'
  | 'images'
  | 'credits'
  | 'dropped'
> & {
  readonly paragraphs: readonly string[]
  /** The language that the page claims, as written. */
  readonly declaredLanguage: string | null
}
