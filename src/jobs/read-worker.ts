import { Tinypool } from 'tinypool'
import { extractArticle } from '../extract/extract-article.ts'
import { openReader, type Reader } from '../read/open-reader.ts'
import type { Article } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import type { Models } from '../records/models.ts'
import type { Problem } from '../records/problem.ts'
import type { Reading, ReadingMode } from '../records/reading.ts'
import { loadResources } from '../resources/load-resources.ts'
import { type ReadArticle, readDocument } from './read-document.ts'

/** What a reading thread is started with. */
export interface ReadWorkerStart {
  readonly mode: ReadingMode
  /** In shared memory: all threads read the same copy. */
  readonly models: Models
}

/** What is sent to a reading thread: one document, and the operator’s word on its date. */
export interface ReadTask {
  readonly document: Document
  readonly date: string | null
}

let opening: Promise<Reader> | undefined

// Opened by the first task, not with the module: what fails here must fail a task, since nobody hears it otherwise.
function reader(): Promise<Reader> {
  opening ??= open(Tinypool.workerData as ReadWorkerStart)
  return opening
}

async function open({ mode, models }: ReadWorkerStart): Promise<Reader> {
  return openReader(await loadResources(models), mode)
}

/** Makes this thread ready; gives what its readings carry in `stages`. */
export async function openThread(): Promise<readonly string[]> {
  return (await reader()).stages
}

/** Extracts and reads one document in this thread. */
export async function readInThread({
  document,
  date,
}: ReadTask): Promise<ReadArticle | { readonly problem: Problem }> {
  return await readDocument(document, await reader(), { date })
}

/** Extracts one document in this thread. */
export async function extractInThread({ document, date }: ReadTask): ReturnType<typeof extractArticle> {
  return await extractArticle(document, { date })
}

/** Reads one article in this thread. */
export async function readArticleInThread(article: Article): Promise<Reading> {
  return (await reader()).read(article)
}
