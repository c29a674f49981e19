import { z } from 'zod'

/** One article that a feed or a sitemap names. */
export const feedEntrySchema = z
  .object({
    guid: z
      .string()
      .nullable()
      .describe('what the feed calls it: RSS `guid`, Atom and JSON Feed `id`; feeds change it'),
    url: z.string().nullable().describe('absolute, http or https; null when the entry names no page'),
    title: z.string().nullable().describe('plain text'),
    publishedAt: z
      .string()
      .nullable()
      .describe('ISO 8601, as exact as it was given; null when it is no date'),
    updatedAt: z.string().nullable(),
    authors: z.array(z.string()).readonly(),
    summary: z.string().nullable().describe('plain text'),
    contentHtml: z
      .string()
      .nullable()
      .describe('the whole text where the feed carries it, as markup, untamed'),
    language: z.string().nullable(),
    categories: z.array(z.string()).readonly(),
    source: z
      .object({ title: z.string().nullable(), url: z.string().nullable() })
      .readonly()
      .nullable()
      .describe('RSS and Atom `source`: the feed it first stood in'),
  })
  .readonly()
  .meta({ id: 'FeedEntry' })

export type FeedEntry = z.infer<typeof feedEntrySchema>

/** What one answer of a feed says. */
export interface ParsedFeed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'cdf' | 'json-feed' | 'sitemap'
  readonly title: string | null
  /** The site that it is the feed of, absolute. */
  readonly siteUrl: string | null
  readonly language: string | null
  /** When the feed says that it last changed, ISO 8601, as exact as it was given; null when it does not say. */
  readonly updatedAt: string | null
  /** How long the publisher asks to wait before asking again (`ttl`, `sy:updatePeriod`); null when it does not. */
  readonly askAgainAfterSeconds: number | null
  /** The encoding that its bytes were read in: a label of the WHATWG Encoding Standard, or UTF-32. */
  readonly charset: string
  /** In the order of the document. */
  readonly entries: readonly FeedEntry[]
  /** What had to be mended or was left out, in words. */
  readonly remarks: readonly string[]
}

/** Whether a feed is visited. `gone`: the server said 410, or answered 404 too often. */
export const feedStates = ['active', 'paused', 'gone'] as const
