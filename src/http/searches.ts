import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findSavedSearches, removeSavedSearch, saveSearch } from '../ledger/saved-searches.ts'
import { savedSearchSchema } from '../records/saved-search.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitQuestion } from './limit-body.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** The searches that are kept. */
export const savedSearchesSchema = z
  .object({ searches: z.array(savedSearchSchema).readonly().describe('by name') })
  .readonly()
  .meta({ id: 'SavedSearches' })

const tags = ['searches']
const text = (longest: number) =>
  z
    .string('is missing')
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must not be longer than ${longest} characters`)

const listSearches = createRoute({
  method: 'get',
  path: '/api/searches',
  operationId: 'listSavedSearches',
  summary: 'The searches that are kept under a name, by name',
  tags,
  responses: {
    200: { description: 'All of them.', content: { 'application/json': { schema: savedSearchesSchema } } },
    503: describeProblem('The ledger does not answer.'),
  },
})

const save = createRoute({
  method: 'post',
  path: '/api/searches',
  operationId: 'saveSearch',
  summary: 'Keeps a search under a name; one that is kept already takes the new name',
  tags,
  middleware: limitQuestion,
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ name: text(200), q: text(2000) }) } },
    },
  },
  responses: {
    201: { description: 'It is kept.', content: { 'application/json': { schema: savedSearchSchema } } },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    403: describeProblem('A page of another origin sent it.'),
    413: describeProblem('The question is larger than 128 KiB.'),
    415: describeProblem('The question is not in JSON.'),
  },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/searches/{id}',
  operationId: 'removeSavedSearch',
  summary: 'Keeps a search no longer',
  tags,
  request: { params: z.object({ id: z.string().describe('the whole id of the saved search') }) },
  responses: {
    204: { description: 'It is kept no longer.' },
    403: describeProblem('A page of another origin sent it.'),
    404: describeProblem('No saved search has this id.'),
  },
})

/** The searches that are kept under a name. */
export const savedSearchRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listSearches, async (c) =>
    c.json({ searches: await findSavedSearches(c.var.dependencies.ledger) }, 200),
  )
  .openapi(save, async (c) => {
    const { name, q } = c.req.valid('json')
    return c.json(await saveSearch(c.var.dependencies.ledger, { name, q, createdBy: c.var.user.name }), 201)
  })
  .openapi(remove, async (c) => {
    await removeSavedSearch(c.var.dependencies.ledger, c.req.valid('param').id)
    return c.body(null, 204)
  })
