import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findArticles } from '../ledger/find-articles.ts'
import { getArticle } from '../ledger/get-article.ts'
import { articleSummarySchema } from '../records/article-summary.ts'
import { storedArticleSchema } from '../records/stored-article.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** One page of the list of articles. */
export const articlePageSchema = z
  .object({
    articles: z.array(articleSummarySchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'ArticlePage' })

const listArticles = createRoute({
  method: 'get',
  path: '/api/articles',
  operationId: 'listArticles',
  summary: 'Articles of the ledger, the latest published first',
  tags: ['articles'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      words: z
        .string()
        .optional()
        .describe(
          'only articles with these words in title or text, in any form; "in quotation marks" together, `or`, `-not`',
        ),
    }),
  },
  responses: {
    200: {
      description: 'One page of articles.',
      content: { 'application/json': { schema: articlePageSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

const showArticle = createRoute({
  method: 'get',
  path: '/api/articles/{id}',
  operationId: 'getArticle',
  summary: 'One article with its current reading and the document it was taken from',
  tags: ['articles'],
  request: {
    params: z.object({
      id: z.string().describe('the article’s id, or its first digits where they name one article'),
    }),
  },
  responses: {
    200: { description: 'The article.', content: { 'application/json': { schema: storedArticleSchema } } },
    404: describeProblem('No article has this id.'),
    409: describeProblem('Several articles have ids that begin so; `detail` names them.'),
  },
})

/** The articles: a page of them, and one with everything that is known of it. */
export const articleRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listArticles, async (c) => {
    const { limit, cursor = null, words = '' } = c.req.valid('query')
    return c.json(await findArticles(c.var.dependencies.ledger, { limit, cursor, words }), 200)
  })
  .openapi(showArticle, async (c) =>
    c.json(await getArticle(c.var.dependencies.ledger, c.req.valid('param').id), 200),
  )
