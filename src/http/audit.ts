import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findAudit } from '../ledger/audit-log.ts'
import { auditActs, auditEntrySchema } from '../records/audit-entry.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { pageParameters } from './page-parameters.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** One page of the audit log. */
const auditPageSchema = z
  .object({
    entries: z.array(auditEntrySchema).readonly(),
    nextCursor: z.string().nullable().describe('where the next page begins; null on the last'),
  })
  .readonly()
  .meta({ id: 'AuditPage' })

const listAudit = createRoute({
  method: 'get',
  path: '/api/audit',
  operationId: 'listAudit',
  summary: 'Who signed in, who was refused, and who changed what; the latest first',
  description: 'Written where there are accounts. The database lets nobody change or delete a line.',
  tags: ['accounts'],
  request: {
    query: z.strictObject({
      ...pageParameters,
      who: z
        .string()
        .min(1, 'must not be empty')
        .optional()
        .describe('only of this account, or of this token: `token:importer`'),
      act: z
        .enum(auditActs, `must be one of ${auditActs.join(', ')}`)
        .optional()
        .describe('only such lines'),
    }),
  },
  responses: {
    200: {
      description: 'One page of the log.',
      content: { 'application/json': { schema: auditPageSchema } },
    },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    401: describeProblem('Nobody is signed in.'),
    403: describeProblem('This needs the scope admin.'),
  },
})

/** The audit log. */
export const auditRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters }).openapi(
  listAudit,
  async (c) => {
    const { cursor = null, ...query } = c.req.valid('query')
    return c.json(await findAudit(c.var.dependencies.ledger, { ...query, cursor }), 200)
  },
)
