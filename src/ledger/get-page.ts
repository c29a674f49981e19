import { sql } from 'drizzle-orm'
import type { Page, PageVersion } from '../records/page.ts'
import { findRows } from './find-rows.ts'
import { findSeenVersions, type SeenArticle } from './find-seen-versions.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

/**
 * The page of an article, with all of its versions; null when the article has none. Of several (the same bytes at two
 * outlets) the one that it was seen on first.
 */
export async function getPageOf(ledger: Ledger, articleId: string): Promise<Page | null> {
  const [found] = await findRows<{ id: string; address: string }>(
    ledger.db,
    sql`select page.id, page.address from extraction
      join sighting on sighting.document_id = extraction.document_id
      join page on page.id = sighting.page_id
      where extraction.article_id = ${articleId} order by page.seq limit 1`,
  )
  return found ? toPage(ledger, found) : null
}

/** The pages of these ids. */
export async function findPages(ledger: Ledger, pageIds: Iterable<string>): Promise<Map<string, Page>> {
  const rows = await findRows<{ id: string; address: string }>(
    ledger.db,
    sql`select id, address from page where id = any(${textArray(pageIds)})`,
  )
  const pages = await Promise.all(rows.map((row) => toPage(ledger, row)))
  return new Map(pages.map((page) => [page.id, page]))
}

async function toPage(
  ledger: Ledger,
  { id, address }: { readonly id: string; readonly address: string },
): Promise<Page> {
  const [seen, addresses, current] = await Promise.all([
    findSeenVersions(ledger, id),
    findRows<{ address: string }>(
      ledger.db,
      sql`select address from page_address where page_id = ${id} order by is_claimed, seq`,
    ),
    findRows<{ id: string; title: string | null; modifiedAt: string | null; isCurrent: boolean }>(
      ledger.db,
      sql`select article.id, title, record->'modifiedAt'->>'value' as "modifiedAt",
          exists (select from current_extraction where article_id = article.id) as "isCurrent"
        from article where id in (
          select article_id from extraction
          join sighting on sighting.document_id = extraction.document_id where page_id = ${id}
        )`,
    ),
  ])
  const articleOf = new Map(current.map((article) => [article.id, article]))
  const versions = groupVersions(seen).map((group, i, all): PageVersion => {
    const last = group.at(-1) as SeenArticle
    const article = articleOf.get(last.articleId)
    return {
      n: i + 1,
      articleId: last.articleId,
      title: article?.title ?? null,
      modifiedAt: article?.modifiedAt ?? null,
      firstSeenAt: group[0]?.from ?? last.from,
      lastSeenAt: group.reduce((at, { to }) => (to > at ? to : at), last.to),
      places: [...new Set(group.map(({ where }) => where))],
      // A page that went back to what it said has the same article twice.
      isCurrent: article?.isCurrent === true && i === all.length - 1,
    }
  })
  return { id, address, addresses: addresses.map((row) => row.address), versions }
}

/** What was seen, in order of time, cut where it is another version. */
function groupVersions(seen: readonly SeenArticle[]): SeenArticle[][] {
  const groups: SeenArticle[][] = []
  for (const one of seen) {
    const group = groups.at(-1)
    if (group && group.at(-1)?.content === one.content) group.push(one)
    else groups.push([one])
  }
  return groups
}
