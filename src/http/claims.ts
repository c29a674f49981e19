import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { tellClaim } from '../jobs/tell-claim.ts'
import { findClaims } from '../ledger/find-claims.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import { claimSchema } from '../records/claim.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { flagParameter, pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** One page of the list of claims. */
export const claimPageSchema = z
  .object({
    claims: z.array(claimSchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'ClaimPage' })

const originsRule = 'must be a whole number from 0'

const listClaims = createRoute({
  method: 'get',
  path: '/api/claims',
  operationId: 'listClaims',
  summary:
    'What is said, with every report of it and the origins behind it; of most independent origins first, then of most outlets',
  tags: ['claims'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      article: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe('only claims that the article with this id reports; its first digits are enough'),
      story: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe(
          'only claims that an article of the story with this id reports; its first digits are enough',
        ),
      minOrigins: z.coerce
        .number(originsRule)
        .int(originsRule)
        .min(0, originsRule)
        .max(2_147_483_647, originsRule)
        .optional()
        .describe('only claims behind which at least so many origins stand independently'),
      disputed: flagParameter
        .optional()
        .describe(
          'only claims on which something stands against something (`true`), or nothing does (`false`)',
        ),
      words: z
        .string()
        .optional()
        .describe(
          'only claims with these words in what is said or who says it, in any form; "in quotation marks" together, `or`, `-not`',
        ),
    }),
  },
  responses: {
    200: { description: 'One page of claims.', content: { 'application/json': { schema: claimPageSchema } } },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    404: describeProblem('No article or story has the id that was asked for.'),
    409: describeProblem('Several articles or stories have ids that begin so; `detail` names them.'),
  },
})

const showClaim = createRoute({
  method: 'get',
  path: '/api/claims/{id}',
  operationId: 'getClaim',
  summary: 'One claim with its reports, the tree of its origins, what stands against it, and its history',
  tags: ['claims'],
  request: {
    params: z.object({
      id: z.string().describe('the claim’s id, or its first digits where they name one claim'),
    }),
  },
  responses: {
    200: { description: 'The claim.', content: { 'application/json': { schema: claimSchema } } },
    404: describeProblem('No claim has this id: a claim has another once an earlier report of it is found.'),
    409: describeProblem('Several claims have ids that begin so; `detail` names them.'),
  },
})

/** The claims: those of the ledger, of a story or of an article, and one with all that stands behind it. */
export const claimRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listClaims, async (c) => {
    const { ledger } = c.var.dependencies
    const { limit, cursor = null, article, story, minOrigins, disputed, words } = c.req.valid('query')
    const query = {
      limit,
      cursor,
      ...(article !== undefined && { articleId: await getFullId(ledger, article, idPlaces.article) }),
      ...(story !== undefined && { storyId: await getFullId(ledger, story, idPlaces.story) }),
      ...(minOrigins !== undefined && { minOrigins }),
      ...(disputed !== undefined && { hasDisagreement: disputed }),
      ...(words !== undefined && { words }),
    }
    return c.json(await findClaims(ledger, query), 200)
  })
  .openapi(showClaim, async (c) =>
    c.json(await tellClaim(c.var.dependencies.ledger, c.req.valid('param').id), 200),
  )
