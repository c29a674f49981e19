import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Claim, claimSchema } from '../records/claim.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { claim } from './schema.ts'

export interface ClaimsQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** Only claims that this article reports; all of its id. */
  readonly articleId?: string
}

interface ClaimRow {
  readonly record: Record<string, unknown>
  readonly reports: unknown[]
  readonly outletCount: number
  readonly reportCount: number
  readonly instant: string
  readonly id: string
}

const positionSchema = z.tuple([
  z.int(),
  z.int(),
  z.iso.datetime().or(z.literal('infinity')),
  z.string().regex(/^[^\0]*$/),
])

/**
 * Claims with all their reports: those of most outlets first, then of most reports, then the earliest published,
 * the undated last.
 *
 * Following `nextCursor` until it is null gives every claim once, as long as they are not replaced meanwhile.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findClaims(
  ledger: Ledger,
  query: ClaimsQuery = {},
): Promise<{ claims: Claim[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const instant = sql`coalesce(claim.first_published_at, 'infinity'::timestamptz)`
  const conditions = [sql`true`]
  if (query.articleId !== undefined) {
    conditions.push(sql`exists (
      select from report where report.claim_id = claim.id and report.article_id = ${query.articleId}
    )`)
  }
  if (query.cursor !== undefined && query.cursor !== null) {
    const [outletCount, reportCount, first, id] = parseCursor(query.cursor, positionSchema)
    conditions.push(sql`
      (-outlet_count, -report_count, ${instant}, claim.id)
      > (${-outletCount}::int, ${-reportCount}::int, ${first}::timestamptz, ${id}::text)`)
  }
  const rows = await findRows<ClaimRow>(
    ledger.db,
    sql`
    select claim.id, record, outlet_count as "outletCount", report_count as "reportCount",
      coalesce(${isoInstant(claim.firstPublishedAt)}, 'infinity') as instant,
      (
        select coalesce(json_agg(report.record order by report.position), '[]')
        from report where report.claim_id = claim.id
      ) as reports
    from claim
    where ${sql.join(conditions, sql` and `)}
    order by -outlet_count, -report_count, ${instant}, claim.id
    limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return {
    claims: page.map((row) => claimSchema.parse({ ...row.record, reports: row.reports })),
    nextCursor: last && toCursor([last.outletCount, last.reportCount, last.instant, last.id]),
  }
}
