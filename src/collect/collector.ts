import type { Document, Uncollected } from '../records/document.ts'
import type { Fetcher } from './fetcher.ts'

/** What every collector is told. */
export interface CollectSettings {
  /** Largest document, in bytes after decompression. */
  readonly maxSizeBytes: number
  /** For the whole of one exchange with a server, redirects included. */
  readonly timeoutMs: number
  /** Whether addresses may lead to this machine and to private networks. */
  readonly allowPrivate: boolean
  /** Whether robots.txt is not asked for. */
  readonly ignoreRobots: boolean
  /** What fetches, one for all places; opened when it is first asked for, and closed when collecting ends. */
  readonly getFetcher: () => Promise<Fetcher>
  readonly stdin: AsyncIterable<Uint8Array>
  readonly now: () => Date
  /** Told what was passed over in a place and is no failure: the pictures of an archive, fields that nobody reads. */
  readonly onRemark?: (where: string, remark: string) => void
}

/** One way from a place to documents. */
export interface Collector {
  readonly name: string
  /** Whether a place is one of its kind; asked in the order of `collectors`. Never throws. */
  takes(place: string): boolean | Promise<boolean>
  /** Documents of a place in a fixed order, and what could not be had. Never throws for what the place is. */
  collect(place: string, settings: CollectSettings): AsyncGenerator<Document | Uncollected>
}
