import { contentAddress } from '../ledger/content-address.ts'
import { findSeenVersions, type SeenArticle } from '../ledger/find-seen-versions.ts'
import { findArticleRecords } from '../ledger/get-weighing.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { findPageChangeIds, type PageChangeRow, putPageChanges } from '../ledger/put-page-changes.ts'
import { loadNotices } from '../resources/load-notices.ts'
import { compareVersions } from '../weigh/compare-versions.ts'
import { type FindNotice, openNotices } from '../weigh/find-notice.ts'
import { findVersionPairs } from '../weigh/find-version-pairs.ts'

let opened: FindNotice | null = null

/** What finds notices of correction, by our table. */
export function noticeFinder(): FindNotice {
  opened ??= openNotices(loadNotices())
  return opened
}

/** A change that was not known before. */
export interface NotedChange {
  readonly before: SeenArticle
  readonly after: SeenArticle
  /** Both texts were taken out by the same rules. */
  readonly isComparable: boolean
}

/** Brings what is kept of a page’s changes up to what was seen of it; gives the changes that are new. */
export async function noteChanges(ledger: Ledger, pageId: string): Promise<NotedChange[]> {
  const pairs = findVersionPairs(await findSeenVersions(ledger, pageId))
  const known = await findPageChangeIds(ledger, pageId)
  if (pairs.length === 0 && known.size === 0) return []
  const missing = pairs.filter((pair) => !known.has(toChangeId(pageId, pair)))
  const records = await findArticleRecords(
    ledger.db,
    missing.flatMap(({ before, after }) => [before.articleId, after.articleId]),
  )
  const articleOf = new Map(records.map((record) => [record.id, record]))
  const changes = missing.map(({ before, after }): PageChangeRow => {
    const [was, is] = [articleOf.get(before.articleId), articleOf.get(after.articleId)]
    if (!was || !is) throw new Error(`Page ${pageId} has a version without an article.`)
    const { isTrivial, isAdmitted, isComparable } = compareVersions(
      { article: was, reading: null },
      { article: is, reading: null },
      noticeFinder(),
    )
    return {
      id: toChangeId(pageId, { before, after }),
      pageId,
      beforeArticleId: before.articleId,
      afterArticleId: after.articleId,
      beforeWhere: before.where,
      afterWhere: after.where,
      beforeAt: before.to,
      afterAt: after.from,
      isTrivial,
      isAdmitted,
      isComparable,
    }
  })
  await putPageChanges(
    ledger,
    pageId,
    changes,
    pairs.map((pair) => toChangeId(pageId, pair)),
  )
  return missing.map((pair, i) => ({ ...pair, isComparable: changes[i]?.isComparable === true }))
}

/** Changes with what they were told as: a version that was taken out anew, or a collect between the two, makes another. */
const toChangeId = (
  pageId: string,
  { before, after }: { readonly before: SeenArticle; readonly after: SeenArticle },
) => contentAddress(JSON.stringify([pageId, before.articleId, before.to, after.articleId, after.from]))
