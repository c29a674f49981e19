import type { MiddlewareHandler } from 'hono'
import type { DoorEnv } from './app-dependencies.ts'
import { limitBody } from './limit-body.ts'

/** Routes that take more than a question, and say themselves how much. */
const largeBodies: ReadonlySet<string> = new Set(['/api/documents', '/api/feeds/opml'])

const limitRest = limitBody(1024 * 1024, 'The body is larger than 1 MiB.')

/** Refuses large bodies on every route, so that one which forgets its limit has one. */
export const limitBodies: MiddlewareHandler<DoorEnv> = (c, next) =>
  largeBodies.has(c.req.path) ? next() : limitRest(c, next)
