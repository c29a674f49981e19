import type { MiddlewareHandler } from 'hono'
import { respondWithProblem } from './respond-with-problem.ts'

/**
 * Refuses a request that names another host than this machine.
 *
 * There are no accounts: whoever can talk to the port can read the ledger. A page on evil.example whose
 * name is made to resolve to 127.0.0.1 (DNS rebinding) still sends `Host: evil.example`, and stops here.
 */
export const requireLoopbackHost: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!isLoopback(host)) {
    return respondWithProblem(c, 421, {
      code: 'invalid-request',
      detail: `This server answers to localhost, 127.0.0.1 and [::1] only; the request named “${host}”.`,
    })
  }
  return next()
}

function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name)
}
