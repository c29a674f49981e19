import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findArticleCopies } from '../ledger/find-article-copies.ts'
import { findArticleSummaries, findArticles } from '../ledger/find-articles.ts'
import { getArticle } from '../ledger/get-article.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import { articleSummarySchema } from '../records/article-summary.ts'
import { copySchema } from '../records/copy.ts'
import { cslItemSchema } from '../records/csl-item.ts'
import { toFacetKey } from '../records/facet.ts'
import { parseSearch } from '../records/parse-search.ts'
import { storedArticleSchema } from '../records/stored-article.ts'
import { toCitation } from '../records/to-citation.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'
import { searchParameters, searchProblems } from './search-parameters.ts'

/** Of CSL-JSON, as the Citation Style Language registers it. */
const cslMediaType = 'application/vnd.citationstyles.csl+json'

/** One page of the list of articles. */
export const articlePageSchema = z
  .object({
    articles: z.array(articleSummarySchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
    problems: searchProblems,
  })
  .readonly()
  .meta({ id: 'ArticlePage' })

/** The copies in which an article takes part. */
export const articleCopiesSchema = z
  .object({
    copies: z
      .array(copySchema)
      .readonly()
      .describe('`by` or `of` is the article that was asked for; in order of the ids of copy and original'),
    articles: z
      .array(articleSummarySchema)
      .readonly()
      .describe('the article itself and the others, in no order'),
  })
  .readonly()
  .meta({ id: 'ArticleCopies' })

const listArticles = createRoute({
  method: 'get',
  path: '/api/articles',
  operationId: 'listArticles',
  summary: 'Articles of the ledger, the latest published first',
  tags: ['articles'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      ...searchParameters,
      words: z
        .string()
        .optional()
        .describe(
          'only articles with these words in title or text, in any form; "in quotation marks" together, `or`, `-not`',
        ),
      feed: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe('only pages that the feed with this id named; its first digits are enough'),
      outlet: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe('only articles of this outlet, by its key or its name as the list of outlets has it'),
    }),
  },
  responses: {
    200: {
      description: 'One page of articles.',
      content: { 'application/json': { schema: articlePageSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    404: describeProblem('No feed has the id that was asked for.'),
    409: describeProblem('Several feeds have ids that begin so; `detail` names them.'),
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

const listCopies = createRoute({
  method: 'get',
  path: '/api/articles/{id}/copies',
  operationId: 'listArticleCopies',
  summary: 'What an article copies and what copies it, with the words that they share',
  tags: ['articles'],
  request: {
    params: z.object({
      id: z.string().describe('the article’s id, or its first digits where they name one article'),
    }),
  },
  responses: {
    200: { description: 'Its copies.', content: { 'application/json': { schema: articleCopiesSchema } } },
    404: describeProblem('No article has this id.'),
    409: describeProblem('Several articles have ids that begin so; `detail` names them.'),
  },
})

const placeParameter = (what: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .optional()
    .meta({ type: 'integer', minimum: 0 })
    .describe(what)

const citeArticle = createRoute({
  method: 'get',
  path: '/api/articles/{id}/citation',
  operationId: 'citeArticle',
  summary:
    'Words of an article as a reference: quote, outlet, authors, title, day, address, place in the archive',
  tags: ['articles'],
  request: {
    params: z.object({
      id: z.string().describe('the article’s id, or its first digits where they name one article'),
    }),
    query: z
      .strictObject({
        start: placeParameter(
          'where the words begin in the text, in UTF-16 code units; without it the article is cited',
        ),
        end: placeParameter('where they end'),
        format: z
          .enum(['text', 'csl'], 'must be text or csl')
          .default('text')
          .describe('one line, or CSL-JSON as Zotero and other reference managers read it'),
      })
      .refine(({ start, end }) => (start === undefined) === (end === undefined), {
        path: ['end'],
        message: 'goes with start: give both or neither',
      }),
  },
  responses: {
    200: {
      description: 'The reference.',
      content: {
        'text/plain': { schema: z.string() },
        [cslMediaType]: { schema: z.array(cslItemSchema) },
      },
    },
    400: describeProblem('No words of the text stand there, or a parameter is wrong.'),
    404: describeProblem('No article has this id.'),
    409: describeProblem('Several articles have ids that begin so; `detail` names them.'),
  },
})

/** The articles: a page of them, one with everything that is known of it, its copies, and how it is cited. */
export const articleRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listArticles, async (c) => {
    const { ledger } = c.var.dependencies
    const { limit, cursor = null, words = '', q = '', feed, outlet } = c.req.valid('query')
    const { query, problems } = parseSearch(q)
    const page = await findArticles(ledger, {
      limit,
      cursor,
      words,
      query,
      ...(feed !== undefined && { feedId: await getFullId(ledger, feed, idPlaces.feed) }),
      ...(outlet !== undefined && { outletKey: toFacetKey(outlet) }),
    })
    return c.json({ ...page, problems }, 200)
  })
  .openapi(showArticle, async (c) =>
    c.json(await getArticle(c.var.dependencies.ledger, c.req.valid('param').id), 200),
  )
  .openapi(listCopies, async (c) => {
    const { ledger } = c.var.dependencies
    const id = await getFullId(ledger, c.req.valid('param').id, idPlaces.article)
    const copies = await findArticleCopies(ledger, id)
    const ids = new Set([id, ...copies.flatMap(({ of, by }) => [of, by])])
    return c.json({ copies, articles: await findArticleSummaries(ledger, [...ids]) }, 200)
  })
  .openapi(citeArticle, async (c) => {
    const { start, end, format } = c.req.valid('query')
    const stored = await getArticle(c.var.dependencies.ledger, c.req.valid('param').id)
    const { text, csl } = toCitation(stored, start === undefined || end === undefined ? null : { start, end })
    if (format === 'text') return c.text(`${text}\n`, 200)
    return c.json([csl], 200, { 'content-type': cslMediaType })
  })
