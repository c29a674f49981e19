import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { findApiTokens, insertApiToken, revokeApiToken } from '../ledger/api-tokens.ts'
import { writeAudit } from '../ledger/audit-log.ts'
import { apiTokenSchema, newTokenSchema } from '../records/api-token.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitQuestion } from './limit-body.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'
import { toAuditor } from './to-auditor.ts'

/** All tokens. */
const tokenListSchema = z
  .object({ tokens: z.array(apiTokenSchema).readonly() })
  .readonly()
  .meta({ id: 'ApiTokenList' })

/** A token that was made just now. */
const madeTokenSchema = z
  .object({ token: z.string().describe('shown this once, and kept nowhere'), apiToken: apiTokenSchema })
  .readonly()
  .meta({ id: 'MadeApiToken' })

const tags = ['accounts']
const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })
const refused = {
  401: describeProblem('Nobody is signed in.'),
  403: describeProblem('This needs the scope admin; or a page of another origin sent it.'),
}

const listTokens = createRoute({
  method: 'get',
  path: '/api/tokens',
  operationId: 'listTokens',
  summary: 'The tokens that programs show, the newest first; revoked ones too',
  tags,
  responses: { 200: { description: 'All of them.', content: json(tokenListSchema) }, ...refused },
})

const makeToken = createRoute({
  method: 'post',
  path: '/api/tokens',
  operationId: 'addToken',
  summary: 'Makes a token, for a program to send as `Authorization: Bearer …`',
  description:
    'It may do what its scope says, but never more than the account that made it may by then, and nothing once that account is removed.',
  tags,
  middleware: limitQuestion,
  request: { body: { required: true, content: json(newTokenSchema) } },
  responses: {
    201: { description: 'The token.', content: json(madeTokenSchema) },
    400: describeProblem('A parameter is wrong; `parameters` names it.'),
    ...refused,
  },
})

const revokeToken = createRoute({
  method: 'delete',
  path: '/api/tokens/{id}',
  operationId: 'revokeToken',
  summary: 'Revokes a token, at once; it stays on the list',
  tags,
  request: { params: z.object({ id: z.string().describe('the token’s id') }) },
  responses: {
    200: { description: 'The token as it is now.', content: json(apiTokenSchema) },
    404: describeProblem('No token has this id.'),
    ...refused,
  },
})

/** What programs show instead of a password. */
export const tokenRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listTokens, async (c) => c.json({ tokens: await findApiTokens(c.var.dependencies.ledger) }, 200))
  .openapi(makeToken, async (c) => {
    const { ledger } = c.var.dependencies
    // A token that a token makes ends with the same account, so that nobody outlives their removal.
    const made = await insertApiToken(ledger, { ...c.req.valid('json'), madeBy: c.var.asker.account })
    const { name, scope } = made.apiToken
    await writeAudit(ledger, { ...toAuditor(c), act: 'token-added', about: `${name}, ${scope}` })
    return c.json(made, 201, { 'cache-control': 'no-store' })
  })
  .openapi(revokeToken, async (c) => {
    const { ledger } = c.var.dependencies
    const token = await revokeApiToken(ledger, c.req.valid('param').id)
    await writeAudit(ledger, { ...toAuditor(c), act: 'token-revoked', about: token.name })
    return c.json(token, 200)
  })
