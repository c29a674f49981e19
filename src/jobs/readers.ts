import type { Document } from '../records/document.ts'
import type { Problem } from '../records/problem.ts'
import type { ReadingMode } from '../records/reading.ts'
import type { ReadArticle } from './read-document.ts'

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
    options?: { readonly date?: string | null },
  ): Promise<ReadArticle | { readonly problem: Problem }>
  /** Ends the threads at once; what they are at is lost. */
  close(): Promise<void>
}
