import type { Context } from 'hono'
import type { AuditNote } from '../records/audit-entry.ts'
import type { DoorEnv } from './app-dependencies.ts'

/** Who asks, as the audit log names them. */
export const toAuditor = (c: Context<DoorEnv>): Pick<AuditNote, 'who' | 'way' | 'address'> => ({
  who: c.var.user.name,
  way: c.var.asker.way,
  address: c.var.asker.address,
})
