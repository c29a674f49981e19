import type { Copy } from '../records/copy.ts'
import type { ComparedArticle } from './compared-article.ts'
import { createCopyIndex } from './create-copy-index.ts'

/** Finds which of some articles are taken from which, whatever their order; in order of the ids of copy and original. */
export function findCopies(articles: readonly ComparedArticle[]): Copy[] {
  const index = createCopyIndex()
  for (const article of articles) index.add(article)
  return index.findAllCopies()
}
