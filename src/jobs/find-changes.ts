import { toAddressKey } from '../collect/to-address-key.ts'
import {
  type ChangesQuery,
  findCurrentReadings,
  findPageChanges,
  type StoredChange,
} from '../ledger/find-page-changes.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import { findPages, getPageOf } from '../ledger/get-page.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findPagesAt } from '../ledger/pages.ts'
import { parseArticle } from '../records/article.ts'
import type { PageChange } from '../records/change.ts'
import { HearsayError } from '../records/error.ts'
import type { Page } from '../records/page.ts'
import { parseReading } from '../records/reading.ts'
import { compareVersions } from '../weigh/compare-versions.ts'
import type { Version } from '../weigh/version.ts'
import { noticeFinder } from './note-changes.ts'

/** Which changes are asked for, as the doors ask. */
export interface ChangesAsked extends Omit<ChangesQuery, 'pageIds'> {
  /** Only of the page at this address, or one that means the same. */
  readonly page?: string | null
}

/** The changes of one page of a list. */
export interface FoundChanges {
  readonly changes: PageChange[]
  readonly nextCursor: string | null
}

/**
 * Changes of pages, those that were seen last first, each told from both versions as they are read today: some 10 ms for
 * each.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none; `not-found`, `ambiguous-id` for the article.
 */
export async function findChanges(
  ledger: Ledger,
  { page = null, articleId = null, ...query }: ChangesAsked = {},
): Promise<FoundChanges> {
  const pages = page === null ? null : await findPagesAt(ledger, [toAddressKey(page)])
  const { changes, nextCursor } = await findPageChanges(ledger, {
    ...query,
    articleId: articleId === null ? null : await getFullId(ledger, articleId, idPlaces.article),
    pageIds: pages?.map(({ pageId }) => pageId) ?? null,
  })
  return { changes: await tellChanges(ledger, changes), nextCursor }
}

/** What changed in each. */
export async function tellChanges(ledger: Ledger, changes: readonly StoredChange[]): Promise<PageChange[]> {
  const pages = await findPages(
    ledger,
    changes.map(({ pageId }) => pageId),
  )
  const versions = await findVersions(
    ledger,
    changes.flatMap(({ beforeArticleId, afterArticleId }) => [beforeArticleId, afterArticleId]),
  )
  return changes.map((change) => {
    const { id, pageId, beforeArticleId, afterArticleId, beforeWhere, afterWhere, beforeAt, afterAt } = change
    const [page, before, after] = [
      pages.get(pageId),
      versions.get(beforeArticleId),
      versions.get(afterArticleId),
    ]
    if (!page || !before || !after) throw new Error(`Change ${id} has lost its versions.`)
    return {
      id,
      pageId,
      address: page.address,
      outlet: after.article.outlet,
      title: after.article.title,
      before: {
        n: numberOf(page, beforeArticleId, beforeAt),
        articleId: beforeArticleId,
        where: beforeWhere,
        at: beforeAt,
      },
      after: {
        n: numberOf(page, afterArticleId, afterAt),
        articleId: afterArticleId,
        where: afterWhere,
        at: afterAt,
      },
      ...compareVersions(before, after, noticeFinder()),
    }
  })
}

/** The number of the version that an article was at a time: one that comes back has several. */
function numberOf({ versions }: Page, articleId: string, at: string): number {
  const own = versions.filter((version) => version.firstSeenAt <= at && at <= version.lastSeenAt)
  const found = own.find((version) => version.articleId === articleId) ?? own.at(-1)
  return found?.n ?? versions.findLast((version) => version.articleId === articleId)?.n ?? 1
}

/** Articles as they are read today; with what earlier versions of Hearsay did not store filled in. */
export async function findVersions(
  ledger: Ledger,
  articleIds: Iterable<string>,
): Promise<Map<string, Version>> {
  const rows = await findCurrentReadings(ledger, articleIds)
  return new Map(
    [...rows].map(([id, { record, reading }]) => [
      id,
      { article: parseArticle(record), reading: reading === null ? null : parseReading(reading) },
    ]),
  )
}

/**
 * The page of an article with all its versions; null for an article that has none: a file that names no address.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several articles begin so.
 */
export async function getArticlePage(ledger: Ledger, id: string): Promise<Page | null> {
  return getPageOf(ledger, await getFullId(ledger, id, idPlaces.article))
}

/**
 * How a version of an article’s page differs from the one before it.
 *
 * @throws {HearsayError} `not-found` for the article, and for a version that the page has not or that is its first.
 */
export async function getVersionChange(ledger: Ledger, id: string, n: number): Promise<PageChange> {
  const page = await getArticlePage(ledger, id)
  const [before, after] = [page?.versions[n - 2], page?.versions[n - 1]]
  if (!page || !after)
    throw new HearsayError(
      'not-found',
      `Its page has ${page?.versions.length ?? 0} versions, and no version ${n}.`,
    )
  if (!before) throw new HearsayError('not-found', 'The first version differs from none before it.')
  const change: StoredChange = {
    id: `${page.id}-${n}`,
    pageId: page.id,
    beforeArticleId: before.articleId,
    afterArticleId: after.articleId,
    beforeWhere: before.places.at(-1) ?? page.address,
    afterWhere: after.places[0] ?? page.address,
    beforeAt: before.lastSeenAt,
    afterAt: after.firstSeenAt,
  }
  const [told] = await tellChanges(ledger, [change])
  if (!told) throw new Error(`Version ${n} of page ${page.id} was not told.`)
  return { ...told, before: { ...told.before, n: n - 1 }, after: { ...told.after, n } }
}
