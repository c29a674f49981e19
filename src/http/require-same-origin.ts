import type { MiddlewareHandler } from 'hono'
import { respondWithProblem } from './respond-with-problem.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a request that would change something and was sent by a page of another origin.
 *
 * A browser says where a request comes from (`Sec-Fetch-Site`, `Origin`); a command line says neither and
 * may pass. `same-site` is refused too: http://localhost:3000 is the same site as this server, and a stranger.
 */
export const requireSameOrigin: MiddlewareHandler = async (c, next) => {
  if (safeMethods.has(c.req.method)) return next()
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const ownOrigin = `http://${c.req.header('host') ?? new URL(c.req.url).host}`
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== undefined && origin !== ownOrigin
  if (foreignSite || foreignOrigin) {
    return respondWithProblem(c, 403, {
      code: 'invalid-request',
      detail: `Only the desk itself and programs on this machine may send documents; this came from ${origin ?? 'another site'}.`,
    })
  }
  return next()
}
