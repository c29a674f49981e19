import { z } from 'zod'
import { problemSchema } from './problem.ts'

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

const moment = (what: string) => z.string().nullable().describe(`${what}, ISO 8601 in UTC; null for never`)

/** An address that is followed, and how it fares. */
export const followedFeedSchema = z
  .object({
    id: z.string().describe('32 hex digits'),
    address: z.string(),
    kind: z.enum(['feed', 'sitemap', 'page']).describe('`page`: one page that is watched for edits'),
    format: z
      .enum(['rss', 'atom', 'rdf', 'cdf', 'json-feed', 'sitemap'])
      .nullable()
      .describe('of its last answer'),
    title: z.string().nullable(),
    siteUrl: z.string().nullable(),
    language: z.string().nullable(),
    state: z.enum(feedStates),
    intervalSeconds: z
      .int()
      .positive()
      .describe('how often it is asked now; it adapts to how often it changes'),
    nextAt: moment('when it is asked next'),
    lastTriedAt: moment('when it was last asked'),
    lastSuccessAt: moment('when it last answered as it should'),
    lastNewAt: moment('when it last named a page that was new'),
    failureCount: z.int().nonnegative().describe('failures since the last success'),
    problem: problemSchema.nullable().describe('what went wrong the last time; null when nothing did'),
    addedAt: z.string(),
    pages: z.int().nonnegative().describe('that it has named'),
    articles: z.int().nonnegative().describe('pages of it that gave an article'),
    waiting: z.int().nonnegative().describe('pages of it that are yet to be fetched for the first time'),
    failing: z.int().nonnegative().describe('pages of it that could not be had the last time'),
    outlet: z
      .object({ key: z.string(), name: z.string() })
      .readonly()
      .nullable()
      .default(null)
      .describe('that of most weighed articles which it named; null before there is one'),
  })
  .readonly()
  .meta({ id: 'FollowedFeed' })

export type FollowedFeed = z.infer<typeof followedFeedSchema>

/** A feed that a site names beside the one that is followed. */
export const otherFeedSchema = z
  .object({
    url: z.string(),
    title: z.string().nullable(),
    kind: z.enum(['feed', 'sitemap', 'news-sitemap']),
  })
  .readonly()
  .meta({ id: 'OtherFeed' })

/** What came of following an address. */
export const followingSchema = z
  .object({
    feed: followedFeedSchema,
    isNew: z.boolean().describe('false when it was followed before'),
    named: z.int().nonnegative().describe('pages that it names and nobody had named before'),
    others: z.array(otherFeedSchema).readonly().describe('what else the site offers, best first'),
  })
  .readonly()
  .meta({ id: 'Following' })

export type Following = z.infer<typeof followingSchema>

/** What came of following a list of feeds. */
export const followedListSchema = z
  .object({
    followed: z.int().nonnegative().describe('feeds that were not followed before'),
    known: z.int().nonnegative().describe('feeds that were'),
  })
  .readonly()
  .meta({ id: 'FollowedList' })

export type FollowedList = z.infer<typeof followedListSchema>

/** What an address would give if it were followed. */
export const testedFeedSchema = z
  .object({
    address: z.string().describe('of the feed, which may be another than that of the site'),
    kind: z.enum(['feed', 'sitemap', 'page']),
    format: z.enum(['rss', 'atom', 'rdf', 'cdf', 'json-feed', 'sitemap']),
    title: z.string().nullable(),
    siteUrl: z.string().nullable(),
    entries: z.int().nonnegative(),
    newest: z
      .array(
        z
          .object({
            url: z.string().nullable(),
            title: z.string().nullable(),
            publishedAt: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly()
      .describe('the first five, in its order'),
    remarks: z.array(z.string()).readonly(),
    others: z.array(otherFeedSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'TestedFeed' })

export type TestedFeed = z.infer<typeof testedFeedSchema>
