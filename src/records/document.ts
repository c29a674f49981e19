import { z } from 'zod'
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
  /** What whoever handed it over says of it; absent when nobody said. */
  readonly hints?: DocumentHints
  /** What was found wrong with it on its way here; absent when nothing was. Stands on its article. */
  readonly problems?: readonly Problem[]
  /** Addresses that were asked and led to `where` by redirects; absent when none did. */
  readonly redirectedFrom?: readonly string[]
}

/**
 * What a feed, a sitemap or a list of articles says about a page. The page’s own word on itself goes before it.
 */
export const documentHintsSchema = z
  .object({
    url: z.string().nullable().describe('where the page is published, when `where` is another place'),
    title: z.string().nullable(),
    authors: z.array(z.string()).readonly(),
    outlet: z.string().nullable().describe('who publishes it'),
    publishedAt: z.string().nullable().describe('ISO 8601, as exact as it was given'),
    modifiedAt: z.string().nullable().describe('ISO 8601, as exact as it was given'),
    language: z.string().nullable().describe('BCP 47'),
    original: z
      .object({ title: z.string().nullable(), url: z.string().nullable() })
      .readonly()
      .nullable()
      .describe('the feed it first stood in, as the `source` element of RSS and Atom names it'),
    basis: z.enum(['feed', 'sitemap', 'list']).describe('who says all this'),
  })
  .readonly()
  .meta({ id: 'DocumentHints' })

export type DocumentHints = z.infer<typeof documentHintsSchema>

/** A place that was asked for a document and gave none. */
export interface Uncollected {
  readonly where: string
  readonly problem: Problem
}
