import type { MiddlewareHandler } from 'hono'
import { writeAudit } from '../ledger/audit-log.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { isSafe } from './safe-methods.ts'

/** Signing in and out have lines of their own. */
const ownLines: ReadonlySet<string> = new Set(['/api/sign-in', '/api/sign-out'])

/**
 * Writes every request that would change something into the audit log, with what was answered, before it is answered.
 * Not what nobody asks: anybody could fill the disk with it.
 */
export const auditChanges: MiddlewareHandler<DoorEnv> = async (c, next) => {
  const { guard, ledger } = c.var.dependencies
  await next()
  const { way, address } = c.var.asker
  if (guard === undefined || way === null || isSafe(c.req.method) || ownLines.has(c.req.path)) return
  await writeAudit(ledger, {
    act: 'request',
    who: c.var.user.name,
    way,
    address,
    method: c.req.method.slice(0, 20),
    path: c.req.path.slice(0, 2000),
    status: c.res.status,
  })
}
