import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findFacets } from '../ledger/find-facets.ts'
import { facetKinds, facetSchema } from '../records/facet.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

const facetsSchema = z
  .object({ facets: z.array(facetSchema).readonly() })
  .readonly()
  .meta({ id: 'Facets' })

const listFacets = createRoute({
  method: 'get',
  path: '/api/facets',
  operationId: 'listFacets',
  summary:
    'By what claims can be chosen: names of actors, sources, outlets, places ..., of most claims first',
  tags: ['claims'],
  request: {
    query: z.strictObject({
      kind: z.enum(facetKinds).optional().describe('only of this kind'),
      prefix: z.string().max(200).optional().describe('only names in which a word begins so'),
      limit: pageParameters.limit,
    }),
  },
  responses: {
    200: { description: 'The names.', content: { 'application/json': { schema: facetsSchema } } },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

/** What claims can be chosen by: what a form suggests while somebody types. */
export const facetRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters }).openapi(
  listFacets,
  async (c) => {
    const { kind, prefix, limit } = c.req.valid('query')
    const kinds = kind === undefined ? facetKinds : [kind]
    const facets = await findFacets(c.var.dependencies.ledger, {
      kinds,
      limit,
      ...(prefix !== undefined && { prefix }),
    })
    return c.json({ facets }, 200)
  },
)
