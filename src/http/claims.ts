import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findClaims } from '../ledger/find-claims.ts'
import { claimSchema } from '../records/claim.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** One page of the list of claims. */
export const claimPageSchema = z
  .object({
    claims: z.array(claimSchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'ClaimPage' })

const listClaims = createRoute({
  method: 'get',
  path: '/api/claims',
  operationId: 'listClaims',
  summary: 'What is said, with every report of it; told by most outlets first',
  tags: ['claims'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      article: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe('only claims that the article with this id reports; the whole id'),
    }),
  },
  responses: {
    200: { description: 'One page of claims.', content: { 'application/json': { schema: claimPageSchema } } },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

/** The claims of the ledger, or of one article. */
export const claimRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters }).openapi(
  listClaims,
  async (c) => {
    const { limit, cursor = null, article } = c.req.valid('query')
    const ofArticle = article === undefined ? {} : { articleId: article }
    return c.json(await findClaims(c.var.dependencies.ledger, { limit, cursor, ...ofArticle }), 200)
  },
)
