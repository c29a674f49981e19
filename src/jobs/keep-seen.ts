import { findCanonical } from '../extract/find-canonical.ts'
import { getSighting } from '../ledger/get-sighting.ts'
import { findArticleRecords } from '../ledger/get-weighing.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findPagesOf } from '../ledger/pages.ts'
import type { Article } from '../records/article.ts'
import type { Document } from '../records/document.ts'
import { type NotedChange, noteChanges } from './note-changes.ts'
import { placeOnPage } from './place-on-page.ts'

/** Addresses that may be those of a document’s page: what led to it, and what it calls its own. */
export function findAlsoAt(document: Document): string[] {
  const canonical = findCanonical(document.bytes, document.where)
  return [...(document.redirectedFrom ?? []), ...(canonical === null ? [] : [canonical])]
}

/** What came of placing a document on its page. */
export interface Seen {
  /** Nothing was known of its page, or it has none. */
  readonly isNew: boolean
  readonly changes: readonly NotedChange[]
}

/**
 * Places what was seen on its page, and brings the changes of all pages of its document up to date. To be done as one with
 * storing the article: between the two a page would have two current versions.
 *
 * @param bytes gives the document where nobody has looked yet for the addresses that it names.
 */
export async function keepSeen(
  ledger: Ledger,
  sightingId: string,
  bytes: () => Promise<Document>,
  given: Article | null = null,
): Promise<Seen> {
  const sighting = await getSighting(ledger, sightingId)
  const { articleId, documentId } = sighting
  if (articleId === null) return { isNew: true, changes: [] }
  const article = given?.id === articleId ? given : (await findArticleRecords(ledger.db, [articleId]))[0]
  if (article === undefined) throw new Error(`The ledger has no article ${articleId}.`)
  const alsoAt = sighting.alsoAt ?? findAlsoAt(await bytes())
  const { isNew, pageId: ownId } = await placeOnPage(ledger, { ...sighting, alsoAt }, article)
  const changes: NotedChange[] = []
  for (const pageId of await findPagesOf(ledger.db, documentId)) {
    // Of a page of which nothing was known nothing has changed.
    if (!isNew || pageId !== ownId) changes.push(...(await noteChanges(ledger, pageId)))
  }
  return { isNew, changes }
}
