import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { tellOutlet, tellOutlets } from '../jobs/tell-outlets.ts'
import { outletOrders } from '../ledger/find-outlets.ts'
import { outletProfileSchema, outletSummarySchema } from '../records/outlet-profile.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { flagParameter, pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** One page of the list of outlets. */
export const outletPageSchema = z
  .object({
    outlets: z.array(outletSummarySchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'OutletPage' })

const listOutlets = createRoute({
  method: 'get',
  path: '/api/outlets',
  operationId: 'listOutlets',
  summary: 'The outlets of the articles: how often first, how often copied, how often they copy',
  tags: ['outlets'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      words: z.string().max(200).optional().describe('only names with these words, or parts of words'),
      stateRun: flagParameter
        .optional()
        .describe('only outlets that a state runs (`true`), or that the table says none does (`false`)'),
      country: z
        .string()
        .regex(/^[A-Za-z]{3}$/, 'must be three letters')
        .optional()
        .describe('only outlets at home in this country, ISO 3166-1 alpha-3, by the table'),
      family: z.string().min(1, 'must not be empty').optional().describe('only of this family, by the table'),
      order: z
        .enum(outletOrders)
        .default('articles')
        .describe(
          'of most articles first; of the largest share of firsts or of own reporting; of most copied or copying articles; of most silent edits; by name',
        ),
    }),
  },
  responses: {
    200: {
      description: 'One page of outlets.',
      content: { 'application/json': { schema: outletPageSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

const showOutlet = createRoute({
  method: 'get',
  path: '/api/outlets/{key}',
  operationId: 'getOutlet',
  summary: 'One outlet: its most copied articles, whom it copies and credits, its feeds',
  tags: ['outlets'],
  request: {
    params: z.object({ key: z.string().describe('the key of the outlet, or its name as the list has it') }),
  },
  responses: {
    200: { description: 'The outlet.', content: { 'application/json': { schema: outletProfileSchema } } },
    404: describeProblem('No article in the ledger is of such an outlet.'),
  },
})

/** Who publishes the articles. */
export const outletRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listOutlets, async (c) => {
    const { cursor = null, limit, order, words, stateRun, country, family } = c.req.valid('query')
    return c.json(
      await tellOutlets(c.var.dependencies.ledger, {
        limit,
        cursor,
        order,
        ...(words !== undefined && { words }),
        ...(stateRun !== undefined && { isStateRun: stateRun }),
        ...(country !== undefined && { country }),
        ...(family !== undefined && { family }),
      }),
      200,
    )
  })
  .openapi(showOutlet, async (c) =>
    c.json(await tellOutlet(c.var.dependencies.ledger, c.req.valid('param').key), 200),
  )
