import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { tellClaim } from '../jobs/tell-claim.ts'
import { claimOrderNames } from '../ledger/claim-orders.ts'
import { findClaimGroups } from '../ledger/find-claim-groups.ts'
import { type ClaimChoice, countClaims, findClaimSummaries, findClaims } from '../ledger/find-claims.ts'
import { findSituationQueries } from '../ledger/find-situations.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { claimSchema } from '../records/claim.ts'
import { claimGroupings, claimGroupSchema } from '../records/claim-group.ts'
import { allClaims, type ClaimQuery } from '../records/claim-query.ts'
import { claimSummarySchema, countedClaimSchema, toCountedClaim } from '../records/claim-summary.ts'
import { parseSearch } from '../records/parse-search.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { flagParameter, pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'
import { searchParameters, searchProblems, situationParameter } from './search-parameters.ts'

const nextCursor = z.string().nullable().describe('where the next page begins; null on the last')

/** One page of the list of claims. */
export const claimPageSchema = z
  .object({ claims: z.array(claimSummarySchema).readonly(), nextCursor, problems: searchProblems })
  .readonly()
  .meta({ id: 'ClaimPage' })

/** One page of the claims with all that stands behind them. */
export const wholeClaimPageSchema = z
  .object({ claims: z.array(claimSchema).readonly(), nextCursor, problems: searchProblems })
  .readonly()
  .meta({ id: 'WholeClaimPage' })

const originsRule = 'must be a whole number from 0'

const claimParameters = {
  ...searchParameters,
  ...situationParameter,
  article: z
    .string()
    .min(1, 'must not be empty')
    .optional()
    .describe('only claims that the article with this id reports; its first digits are enough'),
  story: z
    .string()
    .min(1, 'must not be empty')
    .optional()
    .describe('only claims that an article of the story with this id reports; its first digits are enough'),
  ids: z
    .string()
    .max(5000)
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .optional()
    .describe('only the claims with these ids, commas between them; an id that no claim has is left out'),
  minOrigins: z.coerce
    .number(originsRule)
    .int(originsRule)
    .min(0, originsRule)
    .max(2_147_483_647, originsRule)
    .optional()
    .describe('only claims behind which at least so many origins stand independently'),
  disputed: flagParameter
    .optional()
    .describe('only claims on which something stands against something (`true`), or nothing does (`false`)'),
  words: z
    .string()
    .optional()
    .describe(
      'only claims with these words in what is said or who says it, in any form; "in quotation marks" together, `or`, `-not`',
    ),
  groupBy: z.enum(claimGroupings).optional().describe('of which kind the group `inGroup` is'),
  inGroup: z
    .string()
    .max(200)
    .optional()
    .describe('only claims of the group with this `key`; empty for those that have nothing of the kind'),
}

const listParameters = z.strictObject({
  ...pageParameters,
  ...claimParameters,
  order: z
    .enum(claimOrderNames)
    .default('origins')
    .describe(
      'origins: of most independent origins first, then of most outlets, then of most reports; reports: of most reports first; newest: those last reported first; earliest: those first reported first',
    ),
})

const refusals = {
  400: describeProblem('A parameter is wrong; `parameters` names it.'),
  404: describeProblem('No article, story or situation has the id that was asked for.'),
  409: describeProblem(
    'Several articles, stories or situations have ids that begin so; `detail` names them.',
  ),
}

const listClaims = createRoute({
  method: 'get',
  path: '/api/claims',
  operationId: 'listClaims',
  summary: 'What is said, a row each: how many reports, outlets and independent origins stand behind it',
  tags: ['claims'],
  request: { query: listParameters },
  responses: {
    200: { description: 'One page of claims.', content: { 'application/json': { schema: claimPageSchema } } },
    ...refusals,
  },
})

const listWholeClaims = createRoute({
  method: 'get',
  path: '/api/claims/whole',
  operationId: 'listWholeClaims',
  summary: 'What is said, with every report of it and the origins behind it',
  tags: ['claims'],
  request: { query: listParameters },
  responses: {
    200: {
      description: 'One page of claims.',
      content: { 'application/json': { schema: wholeClaimPageSchema } },
    },
    ...refusals,
  },
})

const countedSchema = z
  .object({ claims: z.int().nonnegative(), problems: searchProblems })
  .readonly()
  .meta({ id: 'ClaimCount' })

const countRoute = createRoute({
  method: 'get',
  path: '/api/claims/count',
  operationId: 'countClaims',
  summary: 'How many claims the same parameters choose',
  tags: ['claims'],
  request: { query: z.strictObject(claimParameters) },
  responses: {
    200: { description: 'Their number.', content: { 'application/json': { schema: countedSchema } } },
    ...refusals,
  },
})

/** The groups of the claims that are chosen. */
export const claimGroupsSchema = z
  .object({
    groups: z.array(claimGroupSchema).readonly(),
    total: z
      .int()
      .nonnegative()
      .describe('how many groups there are, also beyond the limit; not that of the claims that have none'),
    problems: searchProblems,
  })
  .readonly()
  .meta({ id: 'ClaimGroups' })

const listGroups = createRoute({
  method: 'get',
  path: '/api/claims/groups',
  operationId: 'listClaimGroups',
  summary:
    'What the claims that the same parameters choose have in common: those of most claims first, of days the last first, and at the end those that have nothing of the kind',
  tags: ['claims'],
  request: {
    query: z.strictObject({
      ...claimParameters,
      by: z
        .enum(claimGroupings)
        .describe('what puts claims together; a claim of two actors stands in both groups'),
      limit: pageParameters.limit,
    }),
  },
  responses: {
    200: { description: 'The groups.', content: { 'application/json': { schema: claimGroupsSchema } } },
    ...refusals,
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
    200: {
      description: 'The claim.',
      content: { 'application/json': { schema: countedClaimSchema } },
    },
    404: describeProblem('No claim has this id: a claim has another once an earlier report of it is found.'),
    409: describeProblem('Several claims have ids that begin so; `detail` names them.'),
  },
})

/** The claims: those of the ledger, of a story or of an article, and one with all that stands behind it. */
export const claimRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listClaims, async (c) => {
    const { limit, cursor = null, order, ...asked } = c.req.valid('query')
    const { choice, problems } = await toChoice(c.var.dependencies.ledger, asked)
    const page = await findClaimSummaries(c.var.dependencies.ledger, { limit, cursor, order, ...choice })
    return c.json({ ...page, problems }, 200)
  })
  .openapi(listWholeClaims, async (c) => {
    const { limit, cursor = null, order, ...asked } = c.req.valid('query')
    const { choice, problems } = await toChoice(c.var.dependencies.ledger, asked)
    const page = await findClaims(c.var.dependencies.ledger, { limit, cursor, order, ...choice })
    return c.json({ ...page, problems }, 200)
  })
  .openapi(countRoute, async (c) => {
    const { choice, problems } = await toChoice(c.var.dependencies.ledger, c.req.valid('query'))
    return c.json({ claims: await countClaims(c.var.dependencies.ledger, choice), problems }, 200)
  })
  .openapi(listGroups, async (c) => {
    const { by, limit, ...asked } = c.req.valid('query')
    const { choice, problems } = await toChoice(c.var.dependencies.ledger, asked)
    return c.json({ ...(await findClaimGroups(c.var.dependencies.ledger, by, choice, limit)), problems }, 200)
  })
  .openapi(showClaim, async (c) =>
    c.json(toCountedClaim(await tellClaim(c.var.dependencies.ledger, c.req.valid('param').id)), 200),
  )

/** The claims that the parameters choose, and what of the search text was not understood. */
async function toChoice(
  ledger: Ledger,
  {
    q,
    situation,
    article,
    story,
    ids,
    minOrigins,
    disputed,
    words,
    groupBy,
    inGroup,
  }: z.infer<z.ZodObject<typeof claimParameters>>,
): Promise<{ readonly choice: ClaimChoice; readonly problems: readonly string[] }> {
  const { query, problems } = parseSearch(q ?? '')
  const parameters: ClaimQuery = {
    ...allClaims,
    words: words ?? '',
    minOrigins: minOrigins ?? null,
    isDisputed: disputed ?? null,
  }
  return {
    choice: {
      queries: [query, parameters, ...(await findSituationQueries(ledger, situation))],
      ...(ids !== undefined && { ids }),
      ...(article !== undefined && { articleId: await getFullId(ledger, article, idPlaces.article) }),
      ...(story !== undefined && { storyId: await getFullId(ledger, story, idPlaces.story) }),
      ...(groupBy !== undefined && inGroup !== undefined && { group: { by: groupBy, key: inGroup } }),
    },
    problems,
  }
}
