import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { ActorSummary } from '../records/actor-profile.ts'
import { toFacetKey } from '../records/facet.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { refreshActors } from './refresh-actors.ts'
import { actor } from './schema.ts'

/** By what actors can be put in order: of most first, the latest first, or by name. */
export const actorOrders = ['origins', 'statements', 'events', 'newest', 'name'] as const
export type ActorOrder = (typeof actorOrders)[number]

export interface ActorsQuery {
  /** At most so many; 50 when not given. */
  readonly limit?: number
  /** `nextCursor` of the page before. */
  readonly cursor?: string | null
  /** Words of the name, in any order; a part of a word is enough. */
  readonly words?: string
  readonly kind?: ActorSummary['kind']
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  /** `origins` when not given. */
  readonly order?: ActorOrder
}

/** What is negated is sorted by the most; equals by their keys. */
const orders: Readonly<Record<ActorOrder, SQL>> = {
  origins: sql`-origin_count`,
  statements: sql`-statement_count`,
  events: sql`-event_count`,
  newest: sql`coalesce(last_at, '-infinity'::timestamptz)`,
  name: sql`key`,
}

const keySchema = z.string().regex(/^[^\0]*$/)
const countPosition = z.tuple([z.int(), keySchema])
const newestPosition = z.tuple([z.iso.datetime().or(z.literal('-infinity')), keySchema])

const columns = sql`key, name, kind, country, role, wikidata, article_count as articles,
  statement_count as statements, event_count as events, outlet_count as outlets, origin_count as origins,
  ${isoInstant(actor.lastAt)} as "lastAt"`

/**
 * Who is named in the ledger, each name once.
 *
 * Counts those anew first whom weighing touched since. Following `nextCursor` until it is null gives every name once, as
 * long as nothing is weighed meanwhile.
 *
 * @throws {HearsayError} `invalid-request` for a cursor or a limit that is none.
 */
export async function findActors(
  ledger: Ledger,
  query: ActorsQuery = {},
): Promise<{ actors: ActorSummary[]; nextCursor: string | null }> {
  await refreshActors(ledger)
  const limit = checkLimit(query.limit ?? 50)
  const order = query.order ?? 'origins'
  const conditions = [sql`true`]
  for (const word of toFacetKey(query.words ?? '').split(' '))
    if (word !== '') conditions.push(sql`strpos(key, ${word}) > 0`)
  if (query.kind !== undefined) conditions.push(sql`kind = ${query.kind}`)
  if (query.country !== undefined) conditions.push(sql`country = ${query.country.toUpperCase()}`)
  if (query.cursor !== undefined && query.cursor !== null) conditions.push(after(order, query.cursor))
  const rows = await findRows<ActorSummary>(
    ledger.db,
    sql`select ${columns} from actor where ${sql.join(conditions, sql` and `)}
      order by ${orders[order]} ${order === 'newest' ? sql`desc` : sql``}, key limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return { actors: page, nextCursor: last && toCursor(positionOf(order, last)) }
}

/** The row of this key; null where nobody is named so. */
export async function findActor(ledger: Ledger, key: string): Promise<ActorSummary | null> {
  await refreshActors(ledger)
  const [row] = await findRows<ActorSummary>(ledger.db, sql`select ${columns} from actor where key = ${key}`)
  return row ?? null
}

function positionOf(order: ActorOrder, { key, lastAt, ...counts }: ActorSummary): (string | number)[] {
  if (order === 'name') return [0, key]
  return [order === 'newest' ? (lastAt ?? '-infinity') : counts[order], key]
}

function after(order: ActorOrder, cursor: string): SQL {
  if (order === 'newest') {
    const [at, key] = parseCursor(cursor, newestPosition)
    return sql`(${orders.newest} < ${at}::timestamptz or (${orders.newest} = ${at}::timestamptz and key > ${key}))`
  }
  const [count, key] = parseCursor(cursor, countPosition)
  return order === 'name' ? sql`key > ${key}` : sql`(${orders[order]}, key) > (${-count}::int, ${key}::text)`
}
