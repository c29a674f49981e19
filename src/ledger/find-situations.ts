import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type ClaimQuery, claimQuerySchema } from '../records/claim-query.ts'
import { type Situation, situationSchema } from '../records/situation.ts'
import { findRows } from './find-rows.ts'
import { getFullId, idPlaces } from './get-full-id.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'

/** A situation, and up to when a user has seen what changed in it; null before the first visit. */
export interface VisitedSituation {
  readonly situation: Situation
  readonly lastVisitAt: string | null
}

interface SituationRow extends Situation {
  readonly seq: string
  readonly lastVisitAt: string | null
}

const positionSchema = z.tuple([z.string().regex(/^\d{1,18}$/)])

/** What is followed, in the order in which it was made, as this user finds it. */
export async function findSituations(
  ledger: Ledger,
  userName: string,
  query: { readonly limit?: number; readonly cursor?: string | null } = {},
): Promise<{ situations: VisitedSituation[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit ?? 50)
  const after = query.cursor ? parseCursor(query.cursor, positionSchema)[0] : '0'
  const rows = await findSituationRows(
    ledger,
    userName,
    sql`where situation.seq > ${after}::bigint order by situation.seq limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return { situations: page.map(toVisited), nextCursor: last && toCursor([last.seq]) }
}

/**
 * The situation of this id; any beginning of it will do, from 4 digits.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several begin so.
 */
export async function getSituation(ledger: Ledger, userName: string, id: string): Promise<VisitedSituation> {
  const situationId = await getFullId(ledger, id, idPlaces.situation)
  const [row] = await findSituationRows(ledger, userName, sql`where situation.id = ${situationId}`)
  if (row === undefined) throw new Error(`Situation ${situationId} went away.`)
  return toVisited(row)
}

/**
 * What a list of claims asks for that is kept to a situation: its query; nothing where none is named.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several begin so.
 */
export async function findSituationQueries(ledger: Ledger, id: string | undefined): Promise<ClaimQuery[]> {
  if (id === undefined) return []
  const situationId = await getFullId(ledger, id, idPlaces.situation)
  const rows = await findRows<{ query: unknown }>(
    ledger.db,
    sql`select query from situation where id = ${situationId}`,
  )
  return rows.map(({ query }) => claimQuerySchema.parse(query))
}

const toVisited = ({ seq: _seq, lastVisitAt, ...row }: SituationRow): VisitedSituation => ({
  situation: situationSchema.parse(row),
  lastVisitAt,
})

const findSituationRows = (ledger: Ledger, userName: string, which: SQL): Promise<SituationRow[]> =>
  findRows<SituationRow>(
    ledger.db,
    sql`
    select situation.id, situation.seq::text as seq, name, query, created_by as "createdBy",
      ${isoInstant(sql`created_at`)} as "createdAt", ${isoInstant(sql`changed_at`)} as "changedAt",
      ${isoInstant(sql`at`)} as "lastVisitAt"
    from situation
    left join situation_visit on situation_id = situation.id and user_name = ${userName}
    ${which}`,
  )
