import type { Fetcher, FetchOutcome } from '../collect/fetcher.ts'
import { parseFeed } from '../collect/parse-feed.ts'
import { parseSitemap } from '../collect/parse-sitemap.ts'
import type { Document } from '../records/document.ts'
import type { FeedEntry, FollowedFeed, ParsedFeed } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'

/** What came of asking a feed or a sitemap. */
export type AskedFeed =
  | { readonly kind: 'unmodified'; readonly outcome: FetchOutcome & { readonly kind: 'unmodified' } }
  | {
      readonly kind: 'parsed'
      readonly outcome: FetchOutcome & { readonly kind: 'document' }
      readonly parsed: ParsedFeed
    }
  | { readonly kind: 'failed'; readonly outcome: FetchOutcome; readonly problem: Problem }

/** An index may name thousands of sitemaps, of which the last ones hold what is new. */
const mostSitemaps = 20

/** Asks an address for the entries that it lists; those of a sitemap index are the entries of its newest sitemaps. */
export async function askFeed(
  fetcher: Fetcher,
  feed: {
    readonly address: string
    readonly kind: FollowedFeed['kind']
    readonly etag: string | null
    readonly lastModified: string | null
  },
  signal: AbortSignal,
): Promise<AskedFeed> {
  const { address, etag, lastModified } = feed
  const outcome = await fetcher.fetch({ url: address, accept: 'feed', etag, lastModified, signal })
  if (outcome.kind === 'unmodified') return { kind: 'unmodified', outcome }
  if (outcome.kind === 'failed') return { kind: 'failed', outcome, problem: outcome.problem }
  const parsed =
    feed.kind === 'sitemap'
      ? await readSitemap(outcome.document, fetcher, signal)
      : parseFeed(outcome.document)
  return 'problem' in parsed
    ? { kind: 'failed', outcome, problem: parsed.problem }
    : { kind: 'parsed', outcome, parsed }
}

/** The entries of a sitemap, or of the newest sitemaps that an index names. */
export async function readSitemap(
  document: Document,
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<ParsedFeed | { readonly problem: Problem }> {
  const sitemap = parseSitemap(document)
  if ('problem' in sitemap) return sitemap
  const entries: FeedEntry[] = [...sitemap.feed.entries]
  const remarks: string[] = [...sitemap.feed.remarks]
  // Those that say no date in the order of the index, after those that do.
  const newest = [...sitemap.sitemaps].sort((a, b) =>
    (b.modifiedAt ?? '') < (a.modifiedAt ?? '') ? -1 : (b.modifiedAt ?? '') > (a.modifiedAt ?? '') ? 1 : 0,
  )
  const named = newest.slice(0, mostSitemaps)
  if (named.length < newest.length)
    remarks.push(`${newest.length - named.length} of its sitemaps were not read.`)
  for (const { url } of named) {
    if (signal.aborted) break
    const outcome = await fetcher.fetch({ url, accept: 'feed', signal })
    const below = outcome.kind === 'document' ? parseSitemap(outcome.document) : null
    if (below === null || 'problem' in below) remarks.push(`${url} could not be read.`)
    else entries.push(...below.feed.entries)
  }
  return { ...sitemap.feed, entries, remarks }
}
