import { isArticleAddress } from '../collect/is-article-address.ts'
import { isSameSite } from '../collect/is-same-site.ts'
import { toAddressKey } from '../collect/to-address-key.ts'
import { findSeenVersions } from '../ledger/find-seen-versions.ts'
import type { PlacedSighting } from '../ledger/get-sighting.ts'
import { findArticleRecords } from '../ledger/get-weighing.ts'
import type { Ledger } from '../ledger/ledger.ts'
import {
  type Address,
  findPagesAt,
  insertPage,
  lockPages,
  mergePages,
  type PageAt,
  putAddresses,
  putPlaced,
} from '../ledger/pages.ts'
import type { Article } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import { areAlike } from '../weigh/are-alike.ts'

/** What pages are found by; kept with every sighting. */
export const placingRules = 'pages@1'

/** Versions of a page that an article is held against: the latest ones. */
const mostHeldAgainst = 3

/** What says where a document is at home. */
export type PlacedDocument = Pick<PlacedSighting, 'where' | 'hints' | 'alsoAt'>

const isWeb = (address: string | null | undefined): address is string =>
  typeof address === 'string' && /^https?:\/\/[^/]/i.test(address) && URL.canParse(address)

/**
 * The addresses of a document’s page, the one it came from first; none for a file that names none.
 *
 * What a page calls its own address, and what led to it, is believed within one site and where it looks like an article’s:
 * pages name their site’s root, their section, or the outlet that they reprint.
 */
export function findAddresses({ where, hints, alsoAt }: PlacedDocument, url: string | null): Address[] {
  const own = [where, hints?.url].find(isWeb)
  const claims = [...(alsoAt ?? []), url].filter(isWeb)
  const addresses = new Map<string, Address>()
  if (own !== undefined) {
    const key = toAddressKey(own)
    addresses.set(key, { key, address: own, isClaimed: false })
  }
  for (const address of claims) {
    if (!isArticleAddress(address) || (own !== undefined && !isSameSite(own, address))) continue
    const key = toAddressKey(address)
    if (!addresses.has(key)) addresses.set(key, { key, address, isClaimed: true })
  }
  return [...addresses.values()]
}

/** The same for a document that is on its way. */
export const toPlaced = ({ where, hints }: Document, alsoAt: readonly string[]): PlacedDocument => ({
  where,
  hints: hints ?? null,
  alsoAt,
})

/**
 * Finds the page of what was seen, or makes it; two pages that turn out to be one become one. Gives its id, null where
 * nothing says where the document is at home, and whether nothing was known of it.
 */
export async function placeOnPage(
  ledger: Ledger,
  sighting: PlacedSighting,
  article: Article,
): Promise<{ readonly pageId: string | null; readonly isNew: boolean }> {
  await lockPages(ledger)
  const addresses = findAddresses(sighting, article.url)
  const [first] = addresses
  const found = first === undefined ? [] : await findOwnPages(ledger, addresses, article)
  let [pageId = null, ...others] = found
  for (const other of others) if (pageId !== null) await mergePages(ledger, pageId, other)
  if (first !== undefined) {
    pageId ??= await insertPage(ledger, first, sighting.documentId)
    await putAddresses(ledger, pageId, addresses)
  }
  await putPlaced(ledger, sighting.id, pageId, placingRules)
  return { pageId, isNew: found.length === 0 }
}

/** The pages that an article may be a version of, the oldest first: of one address and in nothing contradictory. */
async function findOwnPages(
  ledger: Ledger,
  addresses: readonly Address[],
  article: Article,
): Promise<string[]> {
  const own = new Set(addresses.filter(({ isClaimed }) => !isClaimed).map(({ key }) => key))
  const address = addresses.find(({ isClaimed }) => !isClaimed)?.address
  const known = await findPagesAt(
    ledger,
    addresses.map(({ key }) => key),
  )
  // What stands at an article’s address is that article, however much of it was written anew.
  const isCertain = ({ key, isClaimed }: PageAt) =>
    own.has(key) && !isClaimed && address !== undefined && isArticleAddress(address)
  const found: string[] = []
  for (const pageId of new Set(known.map((page) => page.pageId))) {
    const isKept =
      known.some((page) => page.pageId === pageId && isCertain(page)) ||
      (await holdsAlike(ledger, pageId, article))
    if (isKept) found.push(pageId)
  }
  if (address === undefined || isArticleAddress(address)) return found
  // Briefings of one address share a line now and then: of them, the article is a version of the last.
  const atOwn = new Set(known.filter(({ key }) => own.has(key)).map(({ pageId }) => pageId))
  const last = found.findLast((pageId) => atOwn.has(pageId))
  return found.filter((pageId) => !atOwn.has(pageId) || pageId === last)
}

async function holdsAlike(ledger: Ledger, pageId: string, article: Article): Promise<boolean> {
  const seen = await findSeenVersions(ledger, pageId)
  const latest = [...new Set(seen.map(({ articleId }) => articleId).toReversed())].slice(0, mostHeldAgainst)
  const records = await findArticleRecords(ledger.db, latest)
  // A page of which nothing was seen yet contradicts nothing.
  return records.length === 0 || records.some((record) => areAlike(record, article))
}
