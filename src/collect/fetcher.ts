import type { Document, DocumentHints } from '../records/document.ts'
import type { HostRecord } from '../records/host-record.ts'
import type { Problem } from '../records/problem.ts'

/**
 * Fetches politely and safely: robots.txt is obeyed, a host is asked one thing at a time, and no address of this
 * machine or of a private network is reached. One per process, so that it knows what it asks of each host.
 */
export interface Fetcher {
  /** Fetches one address, in its turn at the host. Never throws for what the network does. */
  readonly fetch: (request: FetchRequest) => Promise<FetchOutcome>
  /** The robots.txt that holds for an address, asked for when it is not known; null when it cannot be had. */
  readonly readRobots: (url: string) => Promise<string | null>
  /** Ends what is under way and closes the connections. */
  readonly close: () => Promise<void>
}

export interface FetchRequest {
  readonly url: string
  /**
   * What media types are taken: `page` what may hold an article; `feed` also JSON, OPML, sitemaps, and gzipped files,
   * which are unpacked; `any` whatever comes.
   */
  readonly accept: 'page' | 'feed' | 'any'
  /** Validators of the last answer: with them, a host need not send again what has not changed. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Put on the Document. */
  readonly hints?: DocumentHints
  readonly signal?: AbortSignal
}

export type FetchOutcome =
  | {
      readonly kind: 'document'
      readonly document: Document
      /** After redirects, without the fragment. */
      readonly url: string
      /** The address to ask from now on, when every redirect on the way was permanent (301, 308); else null. */
      readonly movedTo: string | null
      readonly etag: string | null
      readonly lastModified: string | null
      /** By `Cache-Control` or `Expires`; null when neither says. */
      readonly freshForSeconds: number | null
    }
  | {
      readonly kind: 'unmodified'
      readonly url: string
      readonly movedTo: string | null
      readonly freshForSeconds: number | null
    }
  | {
      readonly kind: 'failed'
      readonly problem: Problem
      /** The HTTP status; null when there was no answer, or nothing was asked. */
      readonly status: number | null
      /** How long the host, or our own caution, asks to wait; null when neither does. */
      readonly retryAfterSeconds: number | null
      /** Whether trying again soon is useless: 401, 403, 404, 410, 451, robots.txt, a refused address, no text. */
      readonly isLasting: boolean
    }

/** What is known of hosts, kept across processes by whoever opens the fetcher. Keys as in `HostRecord`. */
export interface HostMemory {
  readonly get: (host: string) => Promise<HostRecord | null>
  readonly put: (host: string, record: HostRecord) => Promise<void>
}

/** How to fetch. Every number has a default, with its reason, in open-fetcher.ts. */
export interface FetcherOptions {
  /** Largest document, in bytes after decompression. */
  readonly maxSizeBytes?: number
  /** For the whole of one exchange, redirects included, waiting for a turn not. */
  readonly timeoutMs?: number
  /** Between the end of one request and the start of the next at the same host; robots.txt may ask for more. */
  readonly delayMs?: number
  /** Hosts that are asked at the same time. */
  readonly concurrency?: number
  /** Lets addresses lead to this machine and to private networks; false. */
  readonly allowPrivate?: boolean
  /** Asks for no robots.txt and obeys none; false. */
  readonly ignoreRobots?: boolean
  /** Kept in this process when absent. */
  readonly memory?: HostMemory
  readonly now?: () => Date
  /** Waits; for tests that do not want to. Ends early, without throwing, when the signal does. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>
}
