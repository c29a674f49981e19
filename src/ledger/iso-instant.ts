import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** A timestamptz as ISO 8601 in UTC with milliseconds, whatever the session’s time zone and date style are. */
export function isoInstant(instant: SQLWrapper): SQL<string> {
  return sql<string>`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
