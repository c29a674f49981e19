import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import { collectingStatusSchema } from '../records/collecting-status.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitQuestion } from './limit-body.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

const statusContent = { 'application/json': { schema: collectingStatusSchema } }

const startRound = createRoute({
  method: 'post',
  path: '/api/collecting',
  operationId: 'startCollecting',
  summary: 'Has a round of collecting run now; one that runs already goes on, and this one comes after it',
  tags: ['feeds'],
  middleware: limitQuestion,
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            feeds: z
              .array(z.string().min(1))
              .max(1000)
              .optional()
              .describe(
                'ids of feeds, or their first digits: these alone, whether their time has come or not',
              ),
          }),
        },
      },
    },
  },
  responses: {
    202: { description: 'It will run, or runs.', content: statusContent },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    403: describeProblem('A page of another origin sent it.'),
    404: describeProblem('No feed has one of the ids.'),
    409: describeProblem('Several feeds have ids that begin so; `detail` names them.'),
    413: describeProblem('The question is larger than 128 KiB.'),
    415: describeProblem('The question is not in JSON.'),
  },
})

const showStatus = createRoute({
  method: 'get',
  path: '/api/collecting',
  operationId: 'getCollecting',
  summary: 'How far the round of collecting is that runs, or what the last one came to',
  tags: ['feeds'],
  responses: {
    200: { description: 'The status.', content: statusContent },
    421: describeProblem('It was asked by another name than those of this machine.'),
  },
})

/** Rounds of collecting. */
export const collectingRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(startRound, async (c) => {
    const { ledger, collecting } = c.var.dependencies
    const { feeds } = c.req.valid('json')
    const feedIds =
      feeds === undefined ? null : await Promise.all(feeds.map((id) => getFullId(ledger, id, idPlaces.feed)))
    collecting.start(feedIds)
    return c.json(collecting.status(), 202)
  })
  .openapi(showStatus, (c) => c.json(c.var.dependencies.collecting.status(), 200))
