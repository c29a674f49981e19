import { sql } from 'drizzle-orm'
import { type Account, accountSchema } from '../records/account.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { account } from './schema.ts'

/** All who may use the ledger where others can reach it, by name. */
export async function findAccounts(ledger: Ledger): Promise<Account[]> {
  const rows = await findRows<Account>(
    ledger.db,
    sql`
    select name, role, ${isoInstant(account.createdAt)} as "createdAt",
      (select ${isoInstant(sql`max(at)`)} from audit_log where who = account.name and act = 'signed-in'
        and at >= account.created_at) as "lastSignInAt",
      (select count(*)::int from session where account_id = account.id and expires_at > now()) as sessions
    from account order by name`,
  )
  return rows.map((row) => accountSchema.parse(row))
}
