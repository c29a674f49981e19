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
  const isDated = sayDifferentTimes(parsed.entries)
  for (const entry of parsed.entries) {
    if (entry.url === null) continue
    const address = toCanonicalAddress(entry.url)
    const changedAt = entry.updatedAt ?? entry.publishedAt
    const isOld = parsed.format === 'sitemap' && !isRecent(changedAt, now, feed.lastSuccessAt !== null)
    pages.push({
      id: contentAddress(toAddressKey(entry.url)),
      address,
      host: new URL(address).host,
      hints: toHints(entry, parsed),
      content: contentOf(entry),
      updatedAt: isDated ? entry.updatedAt : null,
      nextAt: isOld ? null : now.toISOString(),
    })
  }
  return pages
}

const contentOf = ({ contentHtml }: FeedEntry): string | null =>
  contentHtml !== null && contentHtml.length >= fewestContentUnits ? contentHtml : null

/** Many a feed and sitemap gives every entry the time at which it was made itself: that says nothing of the pages. */
function sayDifferentTimes(entries: readonly FeedEntry[]): boolean {
  const times = new Set(entries.map(({ updatedAt }) => updatedAt))
  return entries.length === 1 || times.size > 1
}

/** A page without a date is taken for new where the sitemap was read before and did not name it. */
function isRecent(instant: string | null, now: Date, wasRead: boolean): boolean {
  const time = instant === null ? Number.NaN : Date.parse(instant)
  if (Number.isNaN(time)) return wasRead
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
