import { extractArticle } from '../extract/extract-article.ts'
import type { Reader } from '../read/open-reader.ts'
import type { Article } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import type { Reading } from '../records/reading.ts'

/** What `hearsay read` prints: one article and what was read in it. */
export interface ReadArticle {
  readonly article: Article
  readonly reading: Reading
}

/** Extracts and reads one document without a ledger; a Problem when it holds no article. */
export async function readDocument(
  document: Document,
  reader: Reader,
  options: { readonly date?: string | null } = {},
): Promise<ReadArticle | { readonly problem: Problem }> {
  const extraction = await extractArticle(document, options)
  if ('problem' in extraction) return extraction
  return { article: extraction.article, reading: reader.read(extraction.article) }
}
