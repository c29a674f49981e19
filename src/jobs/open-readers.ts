import { extractArticle } from '../extract/extract-article.ts'
import { openReader } from '../read/open-reader.ts'
import type { ReadingMode } from '../records/reading.ts'
import { loadResources } from '../resources/load-resources.ts'
import { readDocument } from './read-document.ts'
import { readWith } from './read-with.ts'
import type { Readers } from './readers.ts'

export interface ReadersOptions {
  readonly mode?: ReadingMode
  /** Threads that read beside this one; 0, which is the default, reads in this thread. */
  readonly workers?: number
}

// Node 20 runs no TypeScript in a thread: the project’s own tests, run from its source, read in theirs.
const isSource = import.meta.url.endsWith('.ts')

/**
 * Opens what reads documents: `full` mode unless told otherwise, in this thread unless `workers` are asked for.
 *
 * @throws {Error} when a table or model is missing: the installation is broken.
 */
export async function openReaders({ mode = 'full', workers = 0 }: ReadersOptions = {}): Promise<Readers> {
  if (workers > 0 && !isSource)
    return await (await import('./open-reader-pool.ts')).openReaderPool(mode, workers)
  const reader = openReader(await loadResources(), mode)
  return {
    mode,
    workers: 0,
    stages: reader.stages,
    read: readWith(
      (document, date) => extractArticle(document, { date }),
      async (article) => reader.read(article),
      (document, date) => readDocument(document, reader, { date }),
    ),
    close: async () => {},
  }
}
