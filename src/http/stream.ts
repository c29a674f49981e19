import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { bulletinSchema } from '../records/bulletin.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** Proxies cut a connection on which nothing was said for 30 s or longer. */
const heartbeatMs = 20_000

/** How long a browser waits before it comes again. */
const retryMs = 3000

/** Where the bulletins are told; its answer never ends, so that nothing may wait for its end. */
export const streamPath = '/api/stream'

const follow = createRoute({
  method: 'get',
  path: streamPath,
  operationId: 'followBulletins',
  summary: 'What the server learns, as it learns it: server-sent events without end',
  description:
    'Each event’s data is a `Bulletin`. `Last-Event-ID`, or `after` where a header cannot be sent, goes on after an event; one that the server does not know any more is answered with a `gap`. A line of comment comes every 20 seconds.',
  tags: ['server'],
  request: {
    query: z.strictObject({
      after: z
        .string()
        .max(64, 'must not be longer than 64 characters')
        .optional()
        .describe('id of the last event that was had'),
    }),
  },
  responses: {
    200: {
      description: 'The events.',
      content: { 'text/event-stream': { schema: bulletinSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

/** What the server learns, live. */
export const streamRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters }).openapi(
  follow,
  (c) => {
    const { after } = c.req.valid('query')
    const afterId = c.req.header('last-event-id') ?? after ?? null
    const { bulletins } = c.var.dependencies
    const answer = streamSSE(c, async (stream) => {
      const leaving = new AbortController()
      stream.onAbort(() => leaving.abort())
      // The first words make the answer begin at once.
      await stream.write(`retry: ${retryMs}\n\n`)
      const heart = setInterval(() => void stream.write(': here\n\n'), heartbeatMs)
      try {
        // Each write waits until the client has taken the one before; the board does not.
        for await (const { id, bulletin } of bulletins.follow(afterId, leaving.signal))
          await stream.writeSSE({ id, data: JSON.stringify(bulletin) })
      } finally {
        clearInterval(heart)
      }
    })
    // It ends when the server closes, and the connection with it.
    answer.headers.set('connection', 'close')
    return answer
  },
)
