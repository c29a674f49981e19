import type { Page, PageQuery } from './list-page.ts'

/** Walks the pages of a list until it has `limit` rows or the list ends. */
export async function takeRows<Row>(
  limit: number,
  findPage: (query: PageQuery) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page: Page<Row> = await findPage({ limit: Math.min(200, limit - rows.length), cursor })
    rows.push(...page.rows)
    cursor = page.nextCursor
  } while (cursor !== null && rows.length < limit)
  return rows
}
