import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { toMatrixCsv } from '../export/matrix-csv.ts'
import { findOutletMatrix } from '../jobs/find-outlet-matrix.ts'
import { countFollowed, makeSituation, previewSituation } from '../jobs/follow-situation.ts'
import { tellSituation } from '../jobs/tell-situation.ts'
import { findSituations, getSituation, type VisitedSituation } from '../ledger/find-situations.ts'
import { noteSituationVisit } from '../ledger/note-situation-visit.ts'
import { removeSituation, updateSituation } from '../ledger/put-situation.ts'
import { claimQuerySchema } from '../records/claim-query.ts'
import { outletMatrixSchema } from '../records/outlet-matrix.ts'
import { parseSearch } from '../records/parse-search.ts'
import { followedSituationSchema, situationDraftSchema } from '../records/situation.ts'
import { situationPreviewSchema } from '../records/situation-counts.ts'
import { situationNewsSchema } from '../records/situation-news.ts'
import { toSearchText } from '../records/to-search-text.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitQuestion } from './limit-body.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'
import { searchParameters } from './search-parameters.ts'

/** One page of the situations that are followed. */
export const situationPageSchema = z
  .object({
    situations: z.array(followedSituationSchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'SituationPage' })

const tags = ['situations']
const params = z.object({
  id: z.string().describe('the situation’s id, or its first digits where they name one'),
})
const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })
const wrong = { 400: describeProblem('A parameter is wrong; `parameters` names it.') }
const unknown = {
  404: describeProblem('No situation has this id.'),
  409: describeProblem('Several situations have ids that begin so; `detail` names them.'),
}
const refused = { 403: describeProblem('A page of another origin sent it.') }
const sent = {
  ...wrong,
  ...refused,
  413: describeProblem('The question is larger than 128 KiB.'),
  415: describeProblem('The question is not in JSON.'),
}
const draft = { required: true, content: json(situationDraftSchema) }
const instant = z.iso.datetime({ offset: true, error: 'must be an instant: 2026-03-04T08:15:00Z' })

const listSituations = createRoute({
  method: 'get',
  path: '/api/situations',
  operationId: 'listSituations',
  summary: 'What is followed, and how much there is of each, in the order in which it was made',
  tags,
  request: { query: z.strictObject(pageParameters) },
  responses: {
    200: { description: 'One page of situations.', content: json(situationPageSchema) },
    ...wrong,
  },
})

const addSituation = createRoute({
  method: 'post',
  path: '/api/situations',
  operationId: 'makeSituation',
  summary: 'Follows a situation from now on; what the ledger holds of it already counts as seen',
  tags,
  middleware: limitQuestion,
  request: { body: draft },
  responses: {
    201: { description: 'It is followed.', content: json(followedSituationSchema) },
    ...sent,
  },
})

const preview = createRoute({
  method: 'post',
  path: '/api/situations/preview',
  operationId: 'previewSituation',
  summary: 'What a situation would have caught; nothing is kept',
  tags,
  middleware: limitQuestion,
  request: {
    body: {
      required: true,
      content: json(
        z
          .strictObject({
            query: claimQuerySchema.optional(),
            q: z.string().max(2000).optional().describe('the same in the search language'),
          })
          .refine(({ query, q }) => (query === undefined) !== (q === undefined), {
            path: ['query'],
            error: 'or q must be given, and not both',
          }),
      ),
    },
  },
  responses: {
    200: { description: 'What it would have caught.', content: json(situationPreviewSchema) },
    ...sent,
  },
})

const showSituation = createRoute({
  method: 'get',
  path: '/api/situations/{id}',
  operationId: 'getSituation',
  summary: 'One situation, and how much there is of it',
  tags,
  request: { params },
  responses: { 200: { description: 'The situation.', content: json(followedSituationSchema) }, ...unknown },
})

const setSituation = createRoute({
  method: 'put',
  path: '/api/situations/{id}',
  operationId: 'setSituation',
  summary: 'Gives a situation another name or query; who has seen what of it stays',
  tags,
  middleware: limitQuestion,
  request: { params, body: draft },
  responses: {
    200: { description: 'The situation as it is now.', content: json(followedSituationSchema) },
    ...sent,
    ...unknown,
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/situations/{id}',
  operationId: 'removeSituation',
  summary: 'Follows a situation no longer; its claims stay',
  tags,
  request: { params },
  responses: { 204: { description: 'It is followed no longer.' }, ...refused, ...unknown },
})

const visit = createRoute({
  method: 'post',
  path: '/api/situations/{id}/visit',
  operationId: 'visitSituation',
  summary: 'Notes that the user who asks has seen what changed',
  tags,
  middleware: limitQuestion,
  request: {
    params,
    body: {
      required: true,
      content: json(
        z.strictObject({
          until: instant.describe(
            'up to when: `until` of the changes that were seen; never back to an earlier one',
          ),
        }),
      ),
    },
  },
  responses: {
    200: { description: 'The situation as it is now.', content: json(followedSituationSchema) },
    ...sent,
    ...unknown,
  },
})

const listNews = createRoute({
  method: 'get',
  path: '/api/situations/{id}/changes',
  operationId: 'listSituationChanges',
  summary: 'What came about a situation since the last visit of the user who asks, or since an instant',
  tags,
  request: {
    params,
    query: z.strictObject({
      since: instant
        .optional()
        .describe('in place of the last visit; before the first, that is when it was made'),
    }),
  },
  responses: {
    200: { description: 'What changed.', content: json(situationNewsSchema) },
    ...wrong,
    ...unknown,
  },
})

const matrixQuery = z.strictObject({ ...searchParameters, limit: pageParameters.limit })

const showMatrix = createRoute({
  method: 'get',
  path: '/api/situations/{id}/matrix',
  operationId: 'getOutletMatrix',
  summary: 'Who told which claim of a situation first, who copied it, who denies it, who is silent',
  tags,
  request: { params, query: matrixQuery },
  responses: {
    200: { description: 'The claims of most reports, by outlet.', content: json(outletMatrixSchema) },
    ...wrong,
    ...unknown,
  },
})

const exportMatrix = createRoute({
  method: 'get',
  path: '/api/situations/{id}/matrix.csv',
  operationId: 'exportOutletMatrix',
  summary: 'The same as comma-separated values (RFC 4180)',
  tags,
  request: { params, query: matrixQuery },
  responses: {
    200: { description: 'The matrix.', content: { 'text/csv': { schema: z.string() } } },
    ...wrong,
    ...unknown,
  },
})

/** What analysts follow, and what changed in it. */
export const situationRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listSituations, async (c) => {
    const { ledger } = c.var.dependencies
    const { limit, cursor = null } = c.req.valid('query')
    const { situations, nextCursor } = await findSituations(ledger, c.var.user.name, { limit, cursor })
    return c.json(
      { situations: await Promise.all(situations.map((each) => countFollowed(ledger, each))), nextCursor },
      200,
    )
  })
  .openapi(addSituation, async (c) =>
    c.json(await makeSituation(c.var.dependencies.ledger, c.req.valid('json'), c.var.user.name), 201),
  )
  .openapi(preview, async (c) => {
    const { query: given, q } = c.req.valid('json')
    const { query, problems } = given === undefined ? parseSearch(q ?? '') : { query: given, problems: [] }
    const caught = await previewSituation(c.var.dependencies.ledger, query)
    return c.json({ query, q: toSearchText(query), problems, ...caught }, 200)
  })
  .openapi(showSituation, async (c) =>
    c.json(await countFollowed(c.var.dependencies.ledger, await visited(c)), 200),
  )
  .openapi(setSituation, async (c) => {
    const { ledger } = c.var.dependencies
    const { situation } = await visited(c)
    await updateSituation(ledger, situation.id, c.req.valid('json'))
    return c.json(await countFollowed(ledger, await visited(c)), 200)
  })
  .openapi(remove, async (c) => {
    const { situation } = await visited(c)
    await removeSituation(c.var.dependencies.ledger, situation.id)
    return c.body(null, 204)
  })
  .openapi(visit, async (c) => {
    const { ledger } = c.var.dependencies
    const { situation } = await visited(c)
    await noteSituationVisit(ledger, situation.id, c.var.user.name, c.req.valid('json').until)
    return c.json(await countFollowed(ledger, await visited(c)), 200)
  })
  .openapi(listNews, async (c) => {
    const { situation, lastVisitAt } = await visited(c)
    const asked = c.req.valid('query').since
    const since = asked === undefined ? null : new Date(asked).toISOString()
    const news = await tellSituation(
      c.var.dependencies.ledger,
      situation.query,
      since ?? lastVisitAt ?? situation.createdAt,
    )
    return c.json(news, 200)
  })
  .openapi(showMatrix, async (c) => c.json(await findMatrix(c, c.req.valid('query')), 200))
  .openapi(exportMatrix, async (c) =>
    c.body(toMatrixCsv(await findMatrix(c, c.req.valid('query'))), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="outlets.csv"',
    }),
  )

type Asked = Context<DoorEnv, string, { in: { param: { id: string } }; out: { param: { id: string } } }>

/** The situation of the address, as the user who asks finds it. */
const visited = (c: Asked): Promise<VisitedSituation> =>
  getSituation(c.var.dependencies.ledger, c.var.user.name, c.req.valid('param').id)

async function findMatrix(c: Asked, { q, limit }: z.output<typeof matrixQuery>) {
  const { situation } = await visited(c)
  return findOutletMatrix(c.var.dependencies.ledger, [situation.query, parseSearch(q ?? '').query], limit)
}
