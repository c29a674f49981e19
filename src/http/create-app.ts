import { OpenAPIHono } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { secureHeaders } from 'hono/secure-headers'
import type { AppDependencies, DoorEnv } from './app-dependencies.ts'
import { auditChanges } from './audit-changes.ts'
import { describeRoutes } from './describe-routes.ts'
import { identify } from './identify.ts'
import { limitBodies } from './limit-bodies.ts'
import { limitRequests } from './limit-requests.ts'
import { requireKnownHost } from './require-known-host.ts'
import { requireSameOrigin } from './require-same-origin.ts'
import { requireScope } from './require-scope.ts'
import { respondToError, respondWithProblem } from './respond-with-problem.ts'
import { routes } from './routes.ts'
import { serveDesk } from './serve-desk.ts'
import { streamPath } from './stream.ts'

export type { AppDependencies } from './app-dependencies.ts'

/** What the API answers to what, for the desk’s typed client. */
export type App = typeof routes

const self = ["'self'"]
const tag = etag()
const none = ["'none'"]

/**
 * The HTTP door: the API under `/api`, the desk everywhere else.
 *
 * It answers only requests to its own names, takes changes only from its own pages or from programs, and lets the desk
 * load nothing that is not its own. Where there is a guard, it asks everybody who they are; without one only this
 * machine’s own names pass.
 */
export function createApp(dependencies: AppDependencies): OpenAPIHono<DoorEnv> {
  const app = new OpenAPIHono<DoorEnv>()
  const isSecure = dependencies.guard?.publicUrl.protocol === 'https:'
  app.use(async (c, next) => {
    c.set('dependencies', dependencies)
    await next()
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: none,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: self,
        connectSrc: self,
        baseUri: none,
        formAction: none,
        frameAncestors: none,
      },
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
      // Strict-Transport-Security means nothing on plain HTTP, and would bind every other server of localhost.
      strictTransportSecurity: isSecure && 'max-age=15552000',
    }),
  )
  app.use(requireKnownHost, requireSameOrigin)
  // The tag of an answer is known at its end, and the stream has none.
  app.use('/api/*', (c, next) => (c.req.path === streamPath ? next() : tag(c, next)))
  app.use('/api/*', async (c, next) => {
    await next()
    const whose = dependencies.guard === undefined ? '' : 'private, '
    if (!c.res.headers.has('cache-control')) c.header('cache-control', `${whose}no-cache`)
  })
  app.use('/api/*', identify, limitRequests, auditChanges, requireScope, limitBodies)
  app.use(
    '/api/*',
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const response = respondWithProblem(c, 405, {
          code: 'invalid-request',
          detail: `${c.req.path} answers ${methods.join(', ')} only.`,
        })
        response.headers.set('allow', methods.join(', '))
        return response
      },
    }),
  )
  app.route('/', routes)
  app.get('/api/openapi.json', (c) => c.json(describeRoutes(dependencies.version)))
  app.all('/api/*', (c) =>
    respondWithProblem(c, 404, {
      code: 'not-found',
      detail: `The API has nothing at ${c.req.path}; /api/openapi.json lists what it has.`,
    }),
  )
  app.route('/', serveDesk(dependencies.webRoot))
  app.notFound((c) => c.text('Not found', 404))
  app.onError(respondToError)
  return app
}
