import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Claim, claimSchema } from '../records/claim.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger, LedgerDatabase } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { claim } from './schema.ts'

export interface ClaimsQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** Only claims that this article reports; all of its id. */
  readonly articleId?: string
  /** Only claims that an article of this story reports; all of its id. */
  readonly storyId?: string
  /** Only claims behind which at least so many origins stand independently. */
  readonly minOrigins?: number
  /** Only claims on which something stands against something (true), or nothing does (false). */
  readonly hasDisagreement?: boolean
  /** Words of the proposition or its source; as those of `findArticles`. */
  readonly words?: string
}

interface ClaimRow {
  readonly record: Record<string, unknown>
  readonly reports: unknown[]
  readonly originCount: number
  readonly outletCount: number
  readonly reportCount: number
  readonly instant: string
  readonly id: string
}

const positionSchema = z.tuple([
  z.int(),
  z.int(),
  z.int(),
  z.iso.datetime().or(z.literal('infinity')),
  z.string().regex(/^[^\0]*$/),
])

/**
 * Claims with all their reports: those of most independent origins first, then of most outlets, then of most reports,
 * then the earliest published, the undated last.
 *
 * Following `nextCursor` until it is null gives every claim once, as long as they are not weighed anew meanwhile.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findClaims(
  ledger: Ledger,
  query: ClaimsQuery = {},
): Promise<{ claims: Claim[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const instant = sql`coalesce(claim.first_published_at, 'infinity'::timestamptz)`
  const conditions = toConditions(query)
  if (query.cursor !== undefined && query.cursor !== null) {
    const [originCount, outletCount, reportCount, first, id] = parseCursor(query.cursor, positionSchema)
    conditions.push(sql`
      (-origin_count, -outlet_count, -report_count, ${instant}, claim.id)
      > (${-originCount}::int, ${-outletCount}::int, ${-reportCount}::int, ${first}::timestamptz, ${id}::text)`)
  }
  const rows = await findClaimRows(
    ledger.db,
    sql`
    where ${sql.join(conditions, sql` and `)}
    order by -origin_count, -outlet_count, -report_count, ${instant}, claim.id
    limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return {
    claims: page.map(toClaim),
    nextCursor:
      last && toCursor([last.originCount, last.outletCount, last.reportCount, last.instant, last.id]),
  }
}

/** The claims of a query’s end, `where …`, whole. */
export const findClaimRows = (db: LedgerDatabase, which: SQL): Promise<ClaimRow[]> =>
  findRows<ClaimRow>(
    db,
    sql`
    select claim.id, record, origin_count as "originCount", outlet_count as "outletCount",
      report_count as "reportCount", coalesce(${isoInstant(claim.firstPublishedAt)}, 'infinity') as instant,
      (
        select coalesce(json_agg(report.record order by position), '[]')
        from claim_report join report on report.id = report_id where claim_id = claim.id
      ) as reports
    from claim ${which}`,
  )

export const toClaim = ({ record, reports }: ClaimRow): Claim => claimSchema.parse({ ...record, reports })

function toConditions(query: ClaimsQuery): SQL[] {
  const conditions = [sql`true`]
  const words = query.words?.replaceAll('\u0000', ' ').trim() ?? ''
  if (query.articleId !== undefined)
    conditions.push(sql`claim.id in (
      select claim_id from report join claim_report on report_id = report.id where article_id = ${query.articleId}
    )`)
  if (query.storyId !== undefined)
    conditions.push(sql`claim.id in (
      select claim_id from story_article join report on report.article_id = story_article.article_id
      join claim_report on report_id = report.id where story_id = ${query.storyId}
    )`)
  if (query.minOrigins !== undefined) conditions.push(sql`-origin_count <= ${-query.minOrigins}::int`)
  if (query.hasDisagreement !== undefined)
    conditions.push(sql`(disagreement_count > 0) = ${query.hasDisagreement}::boolean`)
  if (words !== '') conditions.push(sql`claim.search @@ websearch_to_tsquery('english', ${words})`)
  return conditions
}
