import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { countLedger, type LedgerCounts } from '../ledger/count-ledger.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'

const healthSchema = z
  .object({
    version: z.string().describe('of Hearsay'),
    store: z.enum(['pglite', 'postgres']),
    counts: z
      .object({
        documents: z.int(),
        articles: z.int().describe('current ones: what the lists show'),
        readings: z.int(),
        statements: z.int().describe('of the current readings, as the events are'),
        events: z.int(),
        stories: z.int(),
        claims: z.int(),
        corroborated: z.int().describe('claims behind which two independent origins stand, or more'),
        unweighed: z.int().describe('current articles that were read and are not weighed'),
        feeds: z.int().describe('what is followed, and what was paused or is gone'),
        failingFeeds: z.int().describe('feeds that did not answer as they should the last time'),
        sizeBytes: z.int().describe('of the tables with their indices'),
      })
      .readonly() satisfies z.ZodType<LedgerCounts>,
  })
  .readonly()
  .meta({ id: 'Health' })

const showHealth = createRoute({
  method: 'get',
  path: '/api/health',
  operationId: 'getHealth',
  summary: 'Whether the server and its ledger answer',
  tags: ['server'],
  responses: {
    200: { description: 'Both answer.', content: { 'application/json': { schema: healthSchema } } },
    503: describeProblem('The ledger does not answer.'),
  },
})

/** Health: answers only when the ledger does. */
export const healthRoutes = new OpenAPIHono<DoorEnv>().openapi(showHealth, async (c) => {
  const { ledger, version } = c.var.dependencies
  return c.json({ version, store: ledger.store, counts: await countLedger(ledger) }, 200)
})
