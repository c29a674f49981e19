import type { Article } from '../records/article.ts'
import type { Span } from '../records/span.ts'

/** What of an article is compared; an `Article` is one, and its reading can say more. */
export type ComparedArticle = Pick<
  Article,
  'id' | 'outlet' | 'url' | 'byline' | 'publishedAt' | 'credits' | 'text'
> & {
  /** The reading’s sentences, in order; found by a plain rule where missing. */
  readonly sentences?: readonly Span[]
  /** Stretches in quotation marks, in order, marks included; found by a plain rule where missing. */
  readonly quotations?: readonly Span[]
}
