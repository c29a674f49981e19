import { is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import * as schema from './schema.ts'

/** Every table of a ledger, but not the one that says which migrations ran. */
export const ledgerTables: readonly PgTable[] = Object.values(schema).filter((member) => is(member, PgTable))
