import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type AuditAct, type AuditEntry, type AuditNote, auditEntrySchema } from '../records/audit-entry.ts'
import { explainFailure } from './explain-failure.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { checkLimit, parseCursor, toCursor, toPage } from './page-cursor.ts'
import { auditLog } from './schema.ts'

/** Adds a line to the audit log; the database lets nobody change or delete one. */
export async function writeAudit(ledger: Ledger, note: AuditNote): Promise<void> {
  await explainFailure(async () => ledger.db.insert(auditLog).values(note))
}

const positionSchema = z.tuple([z.string().regex(/^\d{1,18}$/)])

/** The audit log, the latest first: of all, or of one account or token, or of one kind of act. */
export async function findAudit(
  ledger: Ledger,
  query: {
    readonly limit: number
    readonly cursor: string | null
    readonly who?: string | undefined
    readonly act?: AuditAct | undefined
  },
): Promise<{ entries: AuditEntry[]; nextCursor: string | null }> {
  const limit = checkLimit(query.limit)
  const conditions: SQL[] = [sql`true`]
  if (query.cursor !== null)
    conditions.push(sql`seq < ${parseCursor(query.cursor, positionSchema)[0]}::bigint`)
  if (query.who !== undefined) conditions.push(sql`who = ${query.who}`)
  if (query.act !== undefined) conditions.push(sql`act = ${query.act}`)
  const rows = await findRows<AuditEntry>(
    ledger.db,
    sql`
    select seq::text as id, ${isoInstant(auditLog.at)} as at, act, who, way, address, method, path, status, about
    from audit_log where ${sql.join(conditions, sql` and `)} order by seq desc limit ${limit + 1}`,
  )
  const { page, last } = toPage(rows, limit)
  return {
    entries: page.map((row) => auditEntrySchema.parse(row)),
    nextCursor: last && toCursor([last.id]),
  }
}

/** Tries at signing in of the last so many seconds, right and wrong, the earliest first. */
export async function findSignIns(
  ledger: Ledger,
  seconds: number,
): Promise<{ who: string | null; address: string; isRefused: boolean; secondsAgo: number }[]> {
  // The log has no index by time, and grows with it: the last older line is found from the end.
  return findRows(
    ledger.db,
    sql`
    select who, address, act = 'sign-in-refused' as "isRefused",
      greatest(0, extract(epoch from now() - at))::int as "secondsAgo"
    from audit_log
    where seq > coalesce(
      (select seq from audit_log where at < now() - make_interval(secs => ${seconds}) order by seq desc limit 1), 0)
      and act in ('signed-in', 'sign-in-refused') and address is not null
    order by seq`,
  )
}

/** Whether the account was signed in to from this address in the last 90 days. */
export async function hasSignedInFrom(ledger: Ledger, name: string, address: string): Promise<boolean> {
  const rows = await findRows(
    ledger.db,
    sql`
    select 1 from audit_log where who = ${name} and act = 'signed-in' and address = ${address}
      and at > now() - interval '90 days' limit 1`,
  )
  return rows.length > 0
}
