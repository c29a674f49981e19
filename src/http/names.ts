import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findNamePages } from '../ledger/find-name-pages.ts'
import { namePageKinds, namePageSchema } from '../records/name-page.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

const namePagesSchema = z
  .object({ names: z.array(namePageSchema).readonly() })
  .readonly()
  .meta({ id: 'NamePages' })

const listNamePages = createRoute({
  method: 'get',
  path: '/api/names',
  operationId: 'listNamePages',
  summary: 'Which of these names the ledger has an actor or an outlet of, each with its key',
  tags: ['actors'],
  request: {
    query: z.strictObject({
      kind: z.enum(namePageKinds, `must be ${namePageKinds.join(' or ')}`),
      name: z
        .union([z.string().transform((name) => [name]), z.array(z.string())])
        .pipe(z.array(z.string().max(500)).max(100, 'may be given 100 times'))
        .describe('a name in any spelling; may be given up to 100 times'),
    }),
  },
  responses: {
    200: {
      description: 'Those that it has, in the order in which they were asked for.',
      content: { 'application/json': { schema: namePagesSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
  },
})

/** Which names lead to a page. */
export const nameRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters }).openapi(
  listNamePages,
  async (c) => {
    const { kind, name } = c.req.valid('query')
    return c.json({ names: await findNamePages(c.var.dependencies.ledger, kind, name) }, 200)
  },
)
