import type { Article } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import type { ReadingMode } from '../records/reading.ts'
import type { ReadArticle } from './read-document.ts'

/** An article that somebody knew once it was taken out, so that nobody read it. */
export interface KnownArticle {
  readonly article: Article
  readonly reading: null
}

export interface ReadOptions {
  /** The operator’s word on the day of publication; null lets the page say. */
  readonly date?: string | null
  /** Asked once the article is taken out: if so, it is not read. */
  readonly isKnown?: ((article: Article) => Promise<boolean>) | null
}

/** Extracts and reads documents, here or in worker threads. Must be closed. */
export interface Readers {
  readonly mode: ReadingMode
  /** Threads that read beside this one; 0 where this one does. */
  readonly workers: number
  /** What their readings carry in `stages`. */
  readonly stages: readonly string[]
  /**
   * Extracts and reads one document; a Problem when it holds no article.
   *
   * Rejects when reading crashed, or when the readers are closed before it is done.
   */
  read(
    document: Document,
    options?: ReadOptions & { readonly isKnown?: null },
  ): Promise<ReadArticle | { readonly problem: Problem }>
  read(
    document: Document,
    options?: ReadOptions,
  ): Promise<ReadArticle | KnownArticle | { readonly problem: Problem }>
  /** Ends the threads at once; what they are at is lost. */
  close(): Promise<void>
}
