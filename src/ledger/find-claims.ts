import { type SQL, sql } from 'drizzle-orm'
import { type Claim, claimSchema } from '../records/claim.ts'
import type { ClaimGrouping } from '../records/claim-group.ts'
import type { ClaimQuery } from '../records/claim-query.ts'
import type { ClaimSummary } from '../records/claim-summary.ts'
import { answerOnce } from './answer-once.ts'
import { toClaimConditions } from './claim-conditions.ts'
import { isInGroup } from './claim-group-keys.ts'
import { type ClaimOrderName, claimOrders } from './claim-orders.ts'
import { findRows } from './find-rows.ts'
import type { Ledger, LedgerDatabase } from './ledger.ts'
import { allOf, findFew, narrow } from './narrow.ts'
import { checkLimit, toCursor, toPage } from './page-cursor.ts'
import { textArray } from './to-array.ts'
import { withLetters } from './with-letters.ts'

/** Which claims. */
export interface ClaimChoice {
  /** Only claims that this article reports; all of its id. */
  readonly articleId?: string
  /** Only claims that an article of this story reports; all of its id. */
  readonly storyId?: string
  /** Only claims that each of these chooses. */
  readonly queries?: readonly ClaimQuery[]
  /** Only these; all of each id. */
  readonly ids?: readonly string[]
  /** Only claims of this group; the key is empty for those that have nothing of the kind. */
  readonly group?: { readonly by: ClaimGrouping; readonly key: string }
}

export interface ClaimsQuery extends ClaimChoice {
  /** `origins` when not given. */
  readonly order?: ClaimOrderName
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before, in the same order. */
  readonly cursor?: string | null
}

interface ClaimRow {
  readonly record: Record<string, unknown>
  readonly reports: unknown[]
}

type Position = readonly (string | number)[]

/**
 * Claims with all their reports.
 *
 * Following `nextCursor` until it is null gives every claim once, as long as they are not weighed anew meanwhile.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findClaims(
  ledger: Ledger,
  query: ClaimsQuery = {},
): Promise<{ claims: Claim[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await findPage<ClaimRow>(ledger, query, wholeColumns)
  return { claims: await withLetters(ledger.db, rows.map(toClaim)), nextCursor }
}

/** The same without what only one claim’s reader asks for: a row of a list each. */
export async function findClaimSummaries(
  ledger: Ledger,
  query: ClaimsQuery = {},
): Promise<{ claims: ClaimSummary[]; nextCursor: string | null }> {
  const { rows, nextCursor } = await findPage<{ summary: ClaimSummary }>(ledger, query, sql`claim.summary`)
  return { claims: rows.map(({ summary }) => summary), nextCursor }
}

/** How many claims a choice has. */
export async function countClaims(ledger: Ledger, choice: ClaimChoice): Promise<number> {
  return answerOnce(ledger, ['claims', choice], async () => {
    const [row] = await findRows<{ claims: number }>(
      ledger.db,
      sql`select count(*)::int as claims from claim where ${allOf(listConditions(choice))}`,
    )
    return row?.claims ?? 0
  })
}

async function findPage<Row extends object>(
  ledger: Ledger,
  query: ClaimsQuery,
  columns: SQL,
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const { orderBy, position, after } = claimOrders[query.order ?? 'origins']
  const cursor = query.cursor ?? null
  const chosen = await narrowClaims(ledger, query, null)
  const rows = await findRows<Row & { position: Position }>(
    ledger.db,
    sql`
    select ${columns}, ${position} as position from claim
    where ${allOf(cursor === null ? chosen : [...chosen, after(cursor)])}
    order by ${orderBy}
    limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return { rows: page, nextCursor: last && toCursor(last.position) }
}

const wholeColumns = sql`
  claim.id, record,
  (
    select coalesce(json_agg(report.record order by claim_report.position), '[]')
    from claim_report join report on report.id = report_id where claim_id = claim.id
  ) as reports`

/** The claims of a query’s end, `where …`, whole. */
export const findClaimRows = (db: LedgerDatabase, which: SQL): Promise<ClaimRow[]> =>
  findRows<ClaimRow>(db, sql`select ${wholeColumns} from claim ${which}`)

export const toClaim = ({ record, reports }: ClaimRow): Claim => claimSchema.parse({ ...record, reports })

/**
 * What the table `claim` must hold for a choice, in the way that a query does best which does more with it than walk it: see
 * `narrow`.
 *
 * @throws {HearsayError} `invalid-request` for a group of no day.
 */
export const chooseClaims = async (
  ledger: Ledger,
  choice: ClaimChoice,
  kind: Claim['kind'] | null = null,
): Promise<SQL> => allOf(await narrowClaims(ledger, choice, kind))

function narrowClaims(
  ledger: Ledger,
  choice: ClaimChoice,
  kind: Claim['kind'] | null,
): Promise<readonly SQL[]> {
  const { articleId, storyId, queries, ids, group } = choice
  const conditions = [...listConditions(choice), ...(kind === null ? [] : [sql`claim.kind = ${kind}`])]
  return narrow('claim', conditions, () =>
    answerOnce(ledger, ['few claims', { articleId, storyId, queries, ids, group }, kind], () =>
      findFew(ledger.db, 'claim', conditions),
    ),
  )
}

function listConditions({ articleId, storyId, queries = [], ids, group }: ClaimChoice): SQL[] {
  const conditions = queries.flatMap(toClaimConditions)
  if (ids !== undefined) conditions.push(sql`claim.id = any(${textArray(ids)})`)
  if (group !== undefined) conditions.push(isInGroup(group.by, group.key))
  if (articleId !== undefined)
    conditions.push(sql`claim.id in (
      select claim_id from claim_article where article_id = ${articleId}
    )`)
  if (storyId !== undefined)
    conditions.push(sql`claim.id in (
      select claim_id from story_article join claim_article using (article_id) where story_id = ${storyId}
    )`)
  return conditions
}
