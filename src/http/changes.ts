import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findChanges, getArticlePage, getVersionChange } from '../jobs/find-changes.ts'
import { pageChangeSchema } from '../records/change.ts'
import { pageSchema } from '../records/page.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { flagParameter, pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** One page of the list of changes. */
export const changePageSchema = z
  .object({
    changes: z.array(pageChangeSchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'ChangePage' })

/** The versions of an article’s page. */
export const articleVersionsSchema = z
  .object({
    page: pageSchema.nullable().describe('null for an article without one: a file that names no address'),
  })
  .readonly()
  .meta({ id: 'ArticleVersions' })

const notEmpty = 'must not be empty'

const listChanges = createRoute({
  method: 'get',
  path: '/api/changes',
  operationId: 'listChanges',
  summary: 'What pages said and say otherwise now, those that were seen last first',
  description:
    'Each change with what differs: sentence by sentence and word by word, in title, byline and date, and in who is reported to say what; every piece points at its words in both versions.',
  tags: ['changes'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      since: z.iso
        .datetime({ offset: true, error: 'must be a day or an instant: 2026-03-10, 2026-03-10T08:00:00Z' })
        .or(z.iso.date('must be a day or an instant: 2026-03-10, 2026-03-10T08:00:00Z'))
        .optional()
        .describe('only changes that were seen then or later; a day begins in UTC'),
      article: z
        .string()
        .min(1, notEmpty)
        .optional()
        .describe(
          'only of the page of the article with this id, whichever version; its first digits are enough',
        ),
      page: z.string().min(1, notEmpty).optional().describe('only of the page at this address'),
      outlet: z
        .string()
        .min(1, notEmpty)
        .optional()
        .describe('only of this outlet, by its key or its name in any spelling'),
      silent: flagParameter.optional().describe('only those that no words on the page admit (`true`)'),
      trivial: flagParameter
        .optional()
        .describe(
          'also those in style alone, and those that another version of our own rules may have made (`true`)',
        ),
    }),
  },
  responses: {
    200: {
      description: 'One page of changes.',
      content: { 'application/json': { schema: changePageSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    404: describeProblem('No article has the id that was asked for.'),
    409: describeProblem('Several articles have ids that begin so; `detail` names them.'),
  },
})

const articleId = z.string().describe('the article’s id, or its first digits where they name one article')

const listVersions = createRoute({
  method: 'get',
  path: '/api/articles/{id}/versions',
  operationId: 'listArticleVersions',
  summary: 'The page of an article: its addresses, and every version that was seen',
  tags: ['changes'],
  request: { params: z.object({ id: articleId }) },
  responses: {
    200: { description: 'The page.', content: { 'application/json': { schema: articleVersionsSchema } } },
    404: describeProblem('No article has this id.'),
    409: describeProblem('Several articles have ids that begin so; `detail` names them.'),
  },
})

const showVersionChange = createRoute({
  method: 'get',
  path: '/api/articles/{id}/versions/{n}/change',
  operationId: 'getVersionChange',
  summary: 'How a version of an article’s page differs from the one before it',
  tags: ['changes'],
  request: {
    params: z.object({
      id: articleId,
      n: z.coerce
        .number('must be a version’s number')
        .int('must be a version’s number')
        .min(2, 'must be from 2: the first version differs from none before it')
        .max(1_000_000, 'must be a version’s number')
        .describe('the version’s number, from 2'),
    }),
  },
  responses: {
    200: { description: 'The change.', content: { 'application/json': { schema: pageChangeSchema } } },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    404: describeProblem('No article has this id, or its page has no such version.'),
    409: describeProblem('Several articles have ids that begin so; `detail` names them.'),
  },
})

/** The changes of pages: a list of them, the versions of one page, and what a version changed. */
export const changeRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listChanges, async (c) => {
    const {
      limit,
      cursor = null,
      since = null,
      article,
      page,
      outlet,
      silent,
      trivial,
    } = c.req.valid('query')
    const found = await findChanges(c.var.dependencies.ledger, {
      limit,
      cursor,
      since,
      articleId: article ?? null,
      page: page ?? null,
      outlet: outlet ?? null,
      isSilent: silent === true,
      withTrivial: trivial === true,
    })
    return c.json(found, 200)
  })
  .openapi(listVersions, async (c) =>
    c.json({ page: await getArticlePage(c.var.dependencies.ledger, c.req.valid('param').id) }, 200),
  )
  .openapi(showVersionChange, async (c) => {
    const { id, n } = c.req.valid('param')
    return c.json(await getVersionChange(c.var.dependencies.ledger, id, n), 200)
  })
