import type { MiddlewareHandler } from 'hono'
import { RateLimiterRes } from 'rate-limiter-flexible'
import type { DoorEnv } from './app-dependencies.ts'
import { toLimitKey } from './client-address.ts'
import { respondWithProblem } from './respond-with-problem.ts'

/** Answers 429, with when to come back, to whom asks too often; commands on this machine may. */
export const limitRequests: MiddlewareHandler<DoorEnv> = async (c, next) => {
  const { guard } = c.var.dependencies
  const { way, address } = c.var.asker
  if (guard === undefined || way === 'machine') return next()
  try {
    if (way === null) await guard.requestLimits.unknown.consume(toLimitKey(address))
    else await guard.requestLimits.known.consume(`${way} ${c.var.user.name}`)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return respondTooMany(c, Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
  }
  return next()
}

/** 429 as a problem document, with `Retry-After`. */
export function respondTooMany(c: Parameters<typeof respondWithProblem>[0], waitSeconds: number): Response {
  const response = respondWithProblem(c, 429, {
    code: 'too-many-requests',
    detail: `Too many requests. Try again in ${describeWait(waitSeconds)}.`,
  })
  response.headers.set('retry-after', String(waitSeconds))
  return response
}

const describeWait = (seconds: number): string =>
  seconds < 100 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
