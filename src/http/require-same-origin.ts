import type { MiddlewareHandler } from 'hono'
import type { DoorEnv } from './app-dependencies.ts'
import { respondWithProblem } from './respond-with-problem.ts'
import { isSafe } from './safe-methods.ts'

/**
 * Refuses a request that would change something and was sent by a page of another origin.
 *
 * A browser says where a request comes from (`Sec-Fetch-Site`, `Origin`); a command line says neither and
 * may pass, unless it sends a cookie as only browsers do. `same-site` is refused too: http://localhost:3000 is the same
 * site as this server, and a stranger.
 */
export const requireSameOrigin: MiddlewareHandler<DoorEnv> = async (c, next) => {
  if (isSafe(c.req.method)) return next()
  const { guard } = c.var.dependencies
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const ownOrigins = [`http://${c.req.header('host') ?? new URL(c.req.url).host}`, guard?.publicUrl.origin]
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== undefined && !ownOrigins.includes(origin)
  const unknownOrigin =
    guard !== undefined &&
    c.req.header('cookie') !== undefined &&
    origin === undefined &&
    site !== 'same-origin'
  if (foreignSite || foreignOrigin || unknownOrigin) {
    return respondWithProblem(c, 403, {
      code: 'invalid-request',
      detail: `Only the desk itself and programs may change anything here; this came from ${origin ?? 'another site'}.`,
    })
  }
  return next()
}
