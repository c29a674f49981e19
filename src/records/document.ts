import type { Problem } from './problem.ts'

/**
 * The bytes of one page as they arrived, and where from.
 *
 * `where` is the address that was fetched, the path that was read, or `-` for standard input.
 */
export interface Document {
  readonly where: string
  readonly bytes: Uint8Array
  /** From the response's `Content-Type`, without parameters and lower-case; null when nothing said. */
  readonly mediaType: string | null
  /** From the response's `Content-Type`; null when nothing said. */
  readonly charset: string | null
  /** Response headers, names in lower case; empty for a file. */
  readonly headers: Readonly<Record<string, string>>
  /** When the bytes were fetched or read, ISO 8601 in UTC. */
  readonly collectedAt: string
}

/** A place that was asked for a document and gave none. */
export interface Uncollected {
  readonly where: string
  readonly problem: Problem
}
