import { toAddressKey } from '../collect/to-address-key.ts'
import { toCanonicalAddress } from '../collect/to-canonical-address.ts'
import { contentAddress } from '../ledger/content-address.ts'
import type { DueFeed } from '../ledger/find-due-feeds.ts'
import type { NamedPage } from '../ledger/store-feed-answer.ts'
import type { DocumentHints } from '../records/document.ts'
import type { FeedEntry, ParsedFeed } from '../records/feed.ts'

/** A sitemap lists what a site has ever published; when it is first read, what is older is left. */
const newestDaysOfSitemap = 7

/** Shorter than this, what a feed carries is a teaser. */
const fewestContentUnits = 500

/** The pages that the entries of a feed name, each once, to be visited at once; entries without an address are none. */
export function toNamedPages(
  feed: Pick<DueFeed, 'kind' | 'lastSuccessAt'>,
  parsed: ParsedFeed,
  now: Date,
): NamedPage[] {
  const pages: NamedPage[] = []
  for (const entry of parsed.entries) {
    if (entry.url === null) continue
    const address = toCanonicalAddress(entry.url)
    const changedAt = entry.updatedAt ?? entry.publishedAt
    const isOld = parsed.format === 'sitemap' && feed.lastSuccessAt === null && !isRecent(changedAt, now)
    pages.push({
      id: contentAddress(toAddressKey(entry.url)),
      address,
      host: new URL(address).host,
      hints: toHints(entry, parsed),
      content: contentOf(entry),
      updatedAt: entry.updatedAt,
      nextAt: isOld ? null : now.toISOString(),
    })
  }
  return pages
}

const contentOf = ({ contentHtml }: FeedEntry): string | null =>
  contentHtml !== null && contentHtml.length >= fewestContentUnits ? contentHtml : null

function isRecent(instant: string | null, now: Date): boolean {
  const time = instant === null ? Number.NaN : Date.parse(instant)
  return now.getTime() - time < newestDaysOfSitemap * 86_400_000
}

function toHints(entry: FeedEntry, parsed: ParsedFeed): DocumentHints {
  return {
    url: entry.url,
    title: entry.title,
    authors: entry.authors,
    // The title of a feed is often a section’s, so a page’s own name goes before it.
    outlet: parsed.format === 'sitemap' ? null : parsed.title,
    publishedAt: entry.publishedAt,
    modifiedAt: entry.updatedAt,
    language: entry.language ?? parsed.language,
    original: entry.source,
    basis: parsed.format === 'sitemap' ? 'sitemap' : 'feed',
  }
}
