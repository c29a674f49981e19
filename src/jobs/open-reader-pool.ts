import { Tinypool } from 'tinypool'
import type { ReadingMode } from '../records/reading.ts'
import { loadModels } from '../resources/load-models.ts'
import { readWith } from './read-with.ts'
import type {
  extractInThread,
  openThread,
  ReadWorkerStart,
  readArticleInThread,
  readInThread,
} from './read-worker.ts'
import type { Readers } from './readers.ts'

/** Heap of a thread, in bytes, beyond which it is replaced by a fresh one after the document at hand. */
const mostHeapBytes = 384 * 1024 * 1024
/** Heap of a thread, in MB, at which its document fails instead of taking the machine’s memory with it. */
const mostHeapMb = 2048

type Answer<Handler extends (...parameters: never[]) => unknown> = Awaited<ReturnType<Handler>>

/**
 * Starts threads that extract and read, one document at a time each; all read one copy of the model files.
 *
 * A thread that dies fails the document it was at, and another takes its place.
 *
 * @throws {Error} when a table or model is missing: the installation is broken.
 */
export async function openReaderPool(mode: ReadingMode, workers: number): Promise<Readers> {
  const start: ReadWorkerStart = { mode, models: loadModels() }
  const pool = new Tinypool({
    filename: new URL('./read-worker.js', import.meta.url),
    workerData: start,
    // The others start when there is more than one document to read.
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: 60_000,
    maxMemoryLimitBeforeRecycle: mostHeapBytes,
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMb },
    // Flags for this process (a loader, an inspector) are not meant for its threads.
    execArgv: [],
  })
  // A thread that dies between two documents fails none of them, and is replaced.
  pool.on('error', () => {})
  let isClosed = false
  const close = async () => {
    isClosed = true
    await pool.destroy()
  }
  let stages: Answer<typeof openThread>
  try {
    stages = await pool.run(null, { name: 'openThread' })
  } catch (error) {
    await close()
    throw error
  }
  const run = async <Handler extends (task: never) => unknown>(
    name: string,
    task: Parameters<Handler>[0],
  ): Promise<Answer<Handler>> => {
    // The pool would start a thread anew, and nobody would end it.
    if (isClosed) throw new Error('These readers are closed.')
    return (await pool.run(task, { name })) as Answer<Handler>
  }
  return {
    mode,
    workers,
    stages,
    read: readWith(
      (document, date) => run<typeof extractInThread>('extractInThread', { document, date }),
      (article) => run<typeof readArticleInThread>('readArticleInThread', article),
      (document, date) => run<typeof readInThread>('readInThread', { document, date }),
    ),
    close,
  }
}
