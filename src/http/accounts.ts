import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { addAccount, setPassword } from '../jobs/add-account.ts'
import { writeAudit } from '../ledger/audit-log.ts'
import { removeAccount, setRole } from '../ledger/change-account.ts'
import { findAccounts } from '../ledger/find-accounts.ts'
import { accountNameSchema, accountSchema, newPasswordSchema } from '../records/account.ts'
import { roles } from '../records/scopes.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitQuestion } from './limit-body.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'
import { toAuditor } from './to-auditor.ts'

/** All accounts. */
const accountListSchema = z
  .object({ accounts: z.array(accountSchema).readonly() })
  .readonly()
  .meta({ id: 'AccountList' })

const tags = ['accounts']
const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })
const params = z.object({ name: z.string().describe('the account’s name') })
const role = z.enum(roles, 'must be reader, reviewer or admin')
const refused = {
  400: describeProblem('A parameter is wrong, and `parameters` names it; or the last admin would go.'),
  401: describeProblem('Nobody is signed in.'),
  403: describeProblem('This needs the scope admin; or a page of another origin sent it.'),
}
const unknown = { 404: describeProblem('There is no account of this name.') }

const listAccounts = createRoute({
  method: 'get',
  path: '/api/accounts',
  operationId: 'listAccounts',
  summary: 'Who may use this ledger where others can reach it, by name',
  tags,
  responses: {
    200: { description: 'All of them.', content: json(accountListSchema) },
    401: refused[401],
    403: refused[403],
  },
})

const makeAccount = createRoute({
  method: 'post',
  path: '/api/accounts',
  operationId: 'addAccount',
  summary: 'Adds an account',
  tags,
  middleware: limitQuestion,
  request: {
    body: {
      required: true,
      content: json(z.strictObject({ name: accountNameSchema, role, password: newPasswordSchema })),
    },
  },
  responses: { 201: { description: 'All accounts now.', content: json(accountListSchema) }, ...refused },
})

const changeAccount = createRoute({
  method: 'patch',
  path: '/api/accounts/{name}',
  operationId: 'changeAccount',
  summary: 'Gives an account another role, or another password, which signs it out everywhere',
  tags,
  middleware: limitQuestion,
  request: {
    params,
    body: {
      required: true,
      content: json(z.strictObject({ role: role.optional(), password: newPasswordSchema.optional() })),
    },
  },
  responses: {
    200: { description: 'All accounts now.', content: json(accountListSchema) },
    ...refused,
    ...unknown,
  },
})

const dropAccount = createRoute({
  method: 'delete',
  path: '/api/accounts/{name}',
  operationId: 'removeAccount',
  summary: 'Removes an account, ends its sessions and revokes the tokens that it made',
  tags,
  request: { params },
  responses: { 204: { description: 'It is gone.' }, ...refused, ...unknown },
})

/** Who may use the ledger. */
export const accountRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(listAccounts, async (c) =>
    c.json({ accounts: await findAccounts(c.var.dependencies.ledger) }, 200),
  )
  .openapi(makeAccount, async (c) => {
    const { ledger } = c.var.dependencies
    const account = c.req.valid('json')
    await addAccount(ledger, account)
    await writeAudit(ledger, {
      ...toAuditor(c),
      act: 'account-added',
      about: `${account.name}, ${account.role}`,
    })
    return c.json({ accounts: await findAccounts(ledger) }, 201)
  })
  .openapi(changeAccount, async (c) => {
    const { ledger } = c.var.dependencies
    const { name } = c.req.valid('param')
    const { role, password } = c.req.valid('json')
    if (role !== undefined) {
      await setRole(ledger, name, role)
      await writeAudit(ledger, { ...toAuditor(c), act: 'role-changed', about: `${name}, ${role}` })
    }
    if (password !== undefined) {
      await setPassword(ledger, name, password)
      await writeAudit(ledger, { ...toAuditor(c), act: 'password-changed', about: name })
    }
    return c.json({ accounts: await findAccounts(ledger) }, 200)
  })
  .openapi(dropAccount, async (c) => {
    const { ledger } = c.var.dependencies
    const { name } = c.req.valid('param')
    await removeAccount(ledger, name)
    await writeAudit(ledger, { ...toAuditor(c), act: 'account-removed', about: name })
    return c.body(null, 204)
  })
