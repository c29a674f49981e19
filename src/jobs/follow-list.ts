import { parseOpml } from '../collect/parse-opml.ts'
import { toAddressKey } from '../collect/to-address-key.ts'
import { toCanonicalAddress } from '../collect/to-canonical-address.ts'
import { contentAddress } from '../ledger/content-address.ts'
import { followFeed } from '../ledger/follow-feed.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Document } from '../records/document.ts'
import type { FollowedList } from '../records/feed.ts'
import type { Problem } from '../records/problem.ts'
import { firstIntervalSeconds } from './follow-address.ts'

/** Follows every feed of a list of subscriptions (OPML). None is asked yet: the next round does. */
export async function followList(
  ledger: Ledger,
  document: Document,
  now: Date,
): Promise<FollowedList | { readonly problem: Problem }> {
  const listed = parseOpml(document)
  if ('problem' in listed) return listed
  let followed = 0
  for (const { url, title, siteUrl } of listed) {
    const address = toCanonicalAddress(url)
    const { isNew } = await followFeed(ledger, {
      id: contentAddress(toAddressKey(url)),
      address,
      kind: 'feed',
      format: null,
      title,
      siteUrl,
      language: null,
      nextAt: now.toISOString(),
      intervalSeconds: firstIntervalSeconds,
    })
    if (isNew) followed++
  }
  return { followed, known: listed.length - followed }
}
