import type { Article } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import type { Reading } from '../records/reading.ts'
import type { ReadArticle } from './read-document.ts'
import type { KnownArticle, Readers, ReadOptions } from './readers.ts'

/** Makes `Readers.read` of its two steps, and of both in one where nobody is asked between them. */
export function readWith(
  extract: (document: Document, date: string | null) => Promise<{ article: Article } | { problem: Problem }>,
  readArticle: (article: Article) => Promise<Reading>,
  both: (document: Document, date: string | null) => Promise<ReadArticle | { problem: Problem }>,
): Readers['read'] {
  async function read(
    document: Document,
    { date = null, isKnown = null }: ReadOptions = {},
  ): Promise<ReadArticle | KnownArticle | { problem: Problem }> {
    if (isKnown === null) return await both(document, date)
    const extraction = await extract(document, date)
    if ('problem' in extraction) return extraction
    const { article } = extraction
    return { article, reading: (await isKnown(article)) ? null : await readArticle(article) }
  }
  return read as Readers['read']
}
