import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { countArticles } from '../ledger/find-articles.ts'
import { countClaims } from '../ledger/find-claims.ts'
import { countFoundStories } from '../ledger/find-stories.ts'
import { parseSearch } from '../records/parse-search.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'
import { searchParameters, searchProblems } from './search-parameters.ts'

/** How much a search finds. */
export const searchCountsSchema = z
  .object({
    claims: z.int().nonnegative(),
    articles: z.int().nonnegative().describe('with the words, that report a claim that matches the rest'),
    stories: z.int().nonnegative().describe('with the words in a headline and such an article'),
    problems: searchProblems,
  })
  .readonly()
  .meta({ id: 'SearchCounts' })

const search = createRoute({
  method: 'get',
  path: '/api/search',
  operationId: 'search',
  summary: 'How many claims, articles and stories a search finds; their lists take the same `q`',
  tags: ['searches'],
  request: { query: z.strictObject(searchParameters) },
  responses: {
    200: { description: 'The counts.', content: { 'application/json': { schema: searchCountsSchema } } },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

/** What a search finds in all. */
export const searchRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters }).openapi(
  search,
  async (c) => {
    const { ledger } = c.var.dependencies
    const { query, problems } = parseSearch(c.req.valid('query').q ?? '')
    return c.json(
      {
        claims: await countClaims(ledger, { queries: [query] }),
        articles: await countArticles(ledger, query),
        stories: await countFoundStories(ledger, { query }),
        problems,
      },
      200,
    )
  },
)
