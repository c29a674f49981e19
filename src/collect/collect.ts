import type { Document, Uncollected } from '../records/document.ts'
import type { CollectSettings } from './collector.ts'
import { collectors } from './collectors.ts'
import type { Fetcher, FetcherOptions } from './fetcher.ts'

export interface CollectOptions extends Pick<FetcherOptions, 'ignoreRobots' | 'delayMs' | 'memory'> {
  /** Largest document, in bytes after decompression; 16 MiB. */
  readonly maxSizeBytes?: number
  /** For the whole of one exchange with a server, redirects included; 20,000. */
  readonly timeoutMs?: number
  /** Lets addresses lead to this machine and to private networks; false. */
  readonly allowPrivate?: boolean
  /** What `-` reads; the process's own standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** The clock behind `collectedAt`. */
  readonly now?: () => Date
  /** Told what was passed over in a place and is no failure: how many pictures an archive holds. */
  readonly onRemark?: (where: string, remark: string) => void
}

/**
 * Collects what is at the places, in order: addresses (http, https), files, folders with all that is below, and
 * `-` for standard input. Of web archives (WARC, ARC, WACZ) and lists of articles (JSON) it gives what they hold.
 *
 * A folder's files come in the order of their names. What cannot be had is said as `Uncollected`, and the stream
 * goes on.
 */
export async function* collect(
  places: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<Document | Uncollected> {
  let opened: Promise<Fetcher> | null = null
  const settings: CollectSettings = {
    maxSizeBytes: options.maxSizeBytes ?? 16 * 1024 * 1024,
    timeoutMs: options.timeoutMs ?? 20_000,
    allowPrivate: options.allowPrivate ?? false,
    ignoreRobots: options.ignoreRobots ?? false,
    stdin: options.stdin ?? process.stdin,
    now: options.now ?? (() => new Date()),
    ...(options.onRemark === undefined ? {} : { onRemark: options.onRemark }),
    getFetcher: () => {
      const { delayMs, memory } = options
      opened ??= openLate({
        ...settings,
        ...(delayMs === undefined ? {} : { delayMs }),
        ...(memory === undefined ? {} : { memory }),
      })
      return opened
    },
  }
  try {
    for (const place of places) {
      for (const collector of collectors) {
        if (!(await collector.takes(place))) continue
        yield* collector.collect(place, settings)
        break
      }
    }
  } finally {
    const fetcher = await (opened as Promise<Fetcher> | null)
    await fetcher?.close()
  }
}

// What fetches is loaded when there is something to fetch: about 90 ms that a file need not wait for.
async function openLate(options: FetcherOptions): Promise<Fetcher> {
  const { openFetcher } = await import('./open-fetcher.ts')
  return openFetcher(options)
}

/** Whether collecting gave a document, not a reason why there is none. */
export function isDocument(collected: Document | Uncollected): collected is Document {
  return 'bytes' in collected
}
