import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isoInstant } from './iso-instant.ts'
import { parseCursor } from './page-cursor.ts'
import { claim } from './schema.ts'

/**
 * origins: those of most independent origins first, then of most outlets, of most reports, the earliest, the undated
 * last. reports: those of most reports first, then the earliest. newest: those last reported first, the undated last.
 * earliest: those first reported first, the undated last.
 */
export const claimOrderNames = ['origins', 'reports', 'newest', 'earliest'] as const
export type ClaimOrderName = (typeof claimOrderNames)[number]

interface ClaimOrder {
  readonly orderBy: SQL
  /** The row’s place in the order, as JSON that `after` takes. */
  readonly position: SQL
  /** What is true of the rows behind a cursor. @throws {HearsayError} `invalid-request` for a cursor that is none. */
  readonly after: (cursor: string) => SQL
}

const first = sql`coalesce(claim.first_published_at, 'infinity'::timestamptz)`
const last = sql`coalesce(claim.last_published_at, '-infinity'::timestamptz)`
const firstText = sql`coalesce(${isoInstant(claim.firstPublishedAt)}, 'infinity')`
const lastText = sql`coalesce(${isoInstant(claim.lastPublishedAt)}, '-infinity')`

const idSchema = z.string().regex(/^[^\0]*$/)
const lateSchema = z.iso.datetime().or(z.literal('infinity'))
const earlySchema = z.iso.datetime().or(z.literal('-infinity'))

export const claimOrders: Readonly<Record<ClaimOrderName, ClaimOrder>> = {
  origins: {
    orderBy: sql`-origin_count, -outlet_count, -report_count, ${first}, claim.id`,
    position: sql`json_build_array(origin_count, outlet_count, report_count, ${firstText}, claim.id)`,
    after: (cursor) => {
      const position = z.tuple([z.int(), z.int(), z.int(), lateSchema, idSchema])
      const [origins, outlets, reports, at, id] = parseCursor(cursor, position)
      return sql`(-origin_count, -outlet_count, -report_count, ${first}, claim.id)
        > (${-origins}::int, ${-outlets}::int, ${-reports}::int, ${at}::timestamptz, ${id}::text)`
    },
  },
  reports: {
    orderBy: sql`-report_count, ${first}, claim.id`,
    position: sql`json_build_array(report_count, ${firstText}, claim.id)`,
    after: (cursor) => {
      const [reports, at, id] = parseCursor(cursor, z.tuple([z.int(), lateSchema, idSchema]))
      return sql`(-report_count, ${first}, claim.id) > (${-reports}::int, ${at}::timestamptz, ${id}::text)`
    },
  },
  newest: {
    orderBy: sql`${last} desc, claim.id desc`,
    position: sql`json_build_array(${lastText}, claim.id)`,
    after: (cursor) => {
      const [at, id] = parseCursor(cursor, z.tuple([earlySchema, idSchema]))
      return sql`(${last}, claim.id) < (${at}::timestamptz, ${id}::text)`
    },
  },
  earliest: {
    orderBy: sql`${first}, claim.id`,
    position: sql`json_build_array(${firstText}, claim.id)`,
    after: (cursor) => {
      const [at, id] = parseCursor(cursor, z.tuple([lateSchema, idSchema]))
      return sql`(${first}, claim.id) > (${at}::timestamptz, ${id}::text)`
    },
  },
}
