import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { stream } from 'hono/streaming'
import { exportReviews } from '../jobs/export-reviews.ts'
import { giveReview } from '../jobs/give-review.ts'
import { tellArticleReview, tellClaimReview } from '../jobs/tell-reviews.ts'
import { findReviews } from '../ledger/find-reviews.ts'
import { findUnsureStatements } from '../ledger/find-unsure-statements.ts'
import { getFullId, idPlaces } from '../ledger/get-full-id.ts'
import { loggedActSchema, reviewKinds } from '../records/review.ts'
import { articleReviewSchema, claimReviewSchema, reviewRequestSchema } from '../records/review-request.ts'
import { unsureStatementSchema } from '../records/unsure-statement.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitQuestion } from './limit-body.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** One page of the log. */
export const reviewPageSchema = z
  .object({
    acts: z.array(loggedActSchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'ReviewPage' })

const listReviews = createRoute({
  method: 'get',
  path: '/api/reviews',
  operationId: 'listReviews',
  summary: 'The log of reviews: who judged what, the newest first; nothing in it is ever changed',
  tags: ['reviews'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      article: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe('only those given at this article; its first digits are enough'),
      claim: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe('only those that hold on this claim, whatever id it had; its first digits are enough'),
      by: z.string().min(1, 'must not be empty').optional().describe('only those of this analyst'),
      kind: z.enum(reviewKinds).optional().describe('only those of this kind'),
    }),
  },
  responses: {
    200: {
      description: 'One page of the log.',
      content: { 'application/json': { schema: reviewPageSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    404: describeProblem('No article or claim has the id that was asked for.'),
    409: describeProblem('Several articles or claims have ids that begin so; `detail` names them.'),
  },
})

const writeReview = createRoute({
  method: 'post',
  path: '/api/reviews',
  operationId: 'giveReview',
  summary: 'Judges a part of a reading, a claim, a copy or an origin, or undoes a judgement',
  description:
    'It is kept in the log by the words that it judges, and applied to every later reading of the same words. What follows is done before the answer comes: the article’s reading, and all that is weighed of it.',
  tags: ['reviews'],
  middleware: limitQuestion,
  request: {
    body: { required: true, content: { 'application/json': { schema: reviewRequestSchema } } },
  },
  responses: {
    201: {
      description:
        'It stands in the log: one act, or one for each report of a claim that is judged as a whole.',
      content: {
        'application/json': { schema: z.object({ acts: z.array(loggedActSchema).readonly() }) },
      },
    },
    400: describeProblem('What is said cannot be meant; `detail` says why.'),
    404: describeProblem('No article, claim or review has the id that was given.'),
    409: describeProblem('Today’s reading has something else there, or that was undone already.'),
    413: describeProblem('The body is larger than 128 KiB.'),
  },
})

const exportAll = createRoute({
  method: 'get',
  path: '/api/reviews/export',
  operationId: 'exportReviews',
  summary: 'All that was reviewed, as training data: a line of JSON (`TrainingText`) for each text',
  description:
    'The text, what the machine read in it, what people made of that, and their acts with who and when. The words are the outlets’: `licence` is what a page declares of them, and where it is null nothing allows that they be passed on.',
  tags: ['reviews'],
  request: { query: z.strictObject({}) },
  responses: {
    200: {
      description: 'JSON Lines.',
      content: { 'application/jsonl': { schema: z.string() } },
    },
    400: describeProblem('It takes no parameter.'),
  },
})

/** One page of the queue. */
const unsurePageSchema = z
  .object({
    statements: z.array(unsureStatementSchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'UnsureStatementPage' })

const listUnsure = createRoute({
  method: 'get',
  path: '/api/reviews/queue',
  operationId: 'listUnsureStatements',
  summary: 'Statements of which the reader is least sure and that nobody has accepted',
  tags: ['reviews'],
  request: { query: z.strictObject(pageParameters) },
  responses: {
    200: {
      description: 'One page of them, the least sure first.',
      content: {
        'application/json': {
          schema: unsurePageSchema,
        },
      },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

const showArticleReview = createRoute({
  method: 'get',
  path: '/api/articles/{id}/review',
  operationId: 'getArticleReview',
  summary: 'What was said of an article’s words, and where it stands in the current reading',
  tags: ['reviews'],
  request: {
    params: z.object({
      id: z.string().describe('the article’s id, or its first digits where they name one article'),
    }),
  },
  responses: {
    200: {
      description: 'The acts that hold.',
      content: { 'application/json': { schema: articleReviewSchema } },
    },
    404: describeProblem('No article has this id.'),
    409: describeProblem('Several articles have ids that begin so; `detail` names them.'),
  },
})

const showClaimReview = createRoute({
  method: 'get',
  path: '/api/claims/{id}/review',
  operationId: 'getClaimReview',
  summary:
    'The grades and notes of a claim, who belongs to it and whose copies are none, and letters of its origins',
  tags: ['reviews'],
  request: {
    params: z.object({
      id: z.string().describe('the claim’s id, or its first digits where they name one claim'),
    }),
  },
  responses: {
    200: {
      description: 'The acts that hold.',
      content: { 'application/json': { schema: claimReviewSchema } },
    },
    404: describeProblem('No claim has this id.'),
    409: describeProblem('Several claims have ids that begin so; `detail` names them.'),
  },
})

/** The log of reviews, and what it holds of an article and of a claim. */
export const reviewRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listReviews, async (c) => {
    const { ledger } = c.var.dependencies
    const { limit, cursor = null, article, claim, by, kind } = c.req.valid('query')
    const query = {
      limit,
      cursor,
      ...(article !== undefined && { articleId: await getFullId(ledger, article, idPlaces.article) }),
      ...(claim !== undefined && {
        ids: (await tellClaimReview(ledger, claim)).acts.map(({ act }) => act.id),
      }),
      ...(by !== undefined && { by }),
      ...(kind !== undefined && { kind }),
    }
    return c.json(await findReviews(ledger, query), 200)
  })
  .openapi(writeReview, async (c) => {
    const { ledger, bulletins } = c.var.dependencies
    const acts = await giveReview(ledger, c.req.valid('json'), { by: c.var.user.name })
    const last = acts.at(-1)
    if (last !== undefined) bulletins.post({ kind: 'review', act: last.act.id })
    return c.json({ acts }, 201)
  })
  .openapi(exportAll, (c) => {
    const { ledger } = c.var.dependencies
    c.header('content-type', 'application/jsonl; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="hearsay-reviews.jsonl"')
    return stream(c, async (lines) => {
      for await (const text of exportReviews(ledger)) {
        if (lines.aborted) break
        await lines.write(`${JSON.stringify(text)}\n`)
      }
    }) as never
  })
  .openapi(listUnsure, async (c) => {
    const { limit, cursor = null } = c.req.valid('query')
    return c.json(await findUnsureStatements(c.var.dependencies.ledger, { limit, cursor }), 200)
  })
  .openapi(showArticleReview, async (c) =>
    c.json(await tellArticleReview(c.var.dependencies.ledger, c.req.valid('param').id), 200),
  )
  .openapi(showClaimReview, async (c) =>
    c.json(await tellClaimReview(c.var.dependencies.ledger, c.req.valid('param').id), 200),
  )
