import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Browser } from '../jobs/open-accounts.ts'
import { hasSignedInFrom, writeAudit } from '../ledger/audit-log.ts'
import { accountNameSchema, newPasswordSchema, passwordLength } from '../records/account.ts'
import { auditWays } from '../records/audit-entry.ts'
import { scopes, scopesOfRole } from '../records/scopes.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitQuestion } from './limit-body.ts'
import { respondTooMany } from './limit-requests.ts'
import type { SignInWait } from './limit-sign-ins.ts'
import { refuseInvalidParameters, respondWithProblem } from './respond-with-problem.ts'

/** Who asks, and what they may do. */
const meSchema = z
  .object({
    name: z.string(),
    scopes: z.array(z.enum(scopes)).readonly(),
    way: z.enum(auditWays).describe('how they came in'),
    hasAccounts: z
      .boolean()
      .describe('false: the server is for this machine alone, and whoever asks may do all'),
  })
  .readonly()
  .meta({ id: 'Me' })

const tags = ['accounts']
const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } })
/** Any text may be tried: that one is no name or no password is told as any other mistake is. */
const tried = z
  .string('is missing')
  .max(passwordLength.max, `must have at most ${passwordLength.max} characters`)
const asked = {
  400: describeProblem('A parameter is wrong; `parameters` names it.'),
  403: describeProblem('A page of another origin sent it.'),
  404: describeProblem('The server has no accounts.'),
  413: describeProblem('The question is larger than 128 KiB.'),
  429: describeProblem('Too many tries; `Retry-After` says when to try again.'),
}

const signIn = createRoute({
  method: 'post',
  path: '/api/sign-in',
  operationId: 'signIn',
  summary: 'Signs a browser in: sets a cookie that no script can read',
  description:
    'The answer to a wrong name and to a wrong password is the same. After some wrong ones further tries wait, longer each time, from the same address most; an account stays open to whoever signed in to it from their address before.',
  tags,
  middleware: limitQuestion,
  request: {
    body: { required: true, content: json(z.strictObject({ name: tried, password: tried })) },
  },
  responses: {
    200: { description: 'Signed in.', content: json(meSchema) },
    401: describeProblem('The name or the password is wrong.'),
    ...asked,
  },
})

const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  operationId: 'signOut',
  summary: 'Ends the session of this browser',
  tags,
  middleware: limitQuestion,
  responses: {
    204: { description: 'Signed out.' },
    401: describeProblem('Nobody is signed in.'),
    403: asked[403],
    404: asked[404],
  },
})

const showMe = createRoute({
  method: 'get',
  path: '/api/me',
  operationId: 'getMe',
  summary: 'Who asks, and what they may do',
  tags,
  responses: {
    200: { description: 'Who asks.', content: json(meSchema) },
    401: describeProblem('Nobody is signed in.'),
  },
})

const changePassword = createRoute({
  method: 'post',
  path: '/api/me/password',
  operationId: 'changePassword',
  summary: 'Changes one’s own password, and signs out every other browser',
  tags,
  middleware: limitQuestion,
  request: {
    body: { required: true, content: json(z.strictObject({ old: tried, new: newPasswordSchema })) },
  },
  responses: {
    204: { description: 'It is changed.' },
    401: describeProblem('Nobody is signed in.'),
    422: describeProblem('The old password is wrong.'),
    ...asked,
  },
})

/** Signing in and out, and who is. */
export const sessionRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters })
  .openapi(signIn, async (c) => {
    const { guard, ledger } = c.var.dependencies
    if (guard === undefined) throw noAccounts(c)
    const { name: given, password } = c.req.valid('json')
    const { address } = c.var.asker
    const name = given.trim().toLowerCase()
    const isName = accountNameSchema.safeParse(name).success
    const key = isName ? name : ''
    const wait = await guard.signInLimits.take(key, address, () => hasSignedInFrom(ledger, key, address))
    if (wait !== null) throw await toLimited(c, wait, isName ? name : null)
    const signedIn = isName ? await guard.accounts.signIn(name, password, toBrowser(c)) : null
    if (signedIn === null) {
      await writeAudit(ledger, { act: 'sign-in-refused', who: isName ? name : null, address })
      throw toRefusal(
        respondWithProblem(c, 401, { code: 'not-signed-in', detail: 'The name or the password is wrong.' }),
      )
    }
    await guard.signInLimits.giveBack(key, address)
    await writeAudit(ledger, { act: 'signed-in', who: name, way: 'session', address })
    setCookies(c, signedIn.cookies)
    const { role } = signedIn.account
    return c.json({ name, scopes: scopesOfRole[role], way: 'session' as const, hasAccounts: true }, 200)
  })
  .openapi(signOut, async (c) => {
    const { guard, ledger } = c.var.dependencies
    if (guard === undefined) throw noAccounts(c)
    const { way, address } = c.var.asker
    if (way === 'session') {
      setCookies(c, await guard.accounts.signOut(toBrowser(c)))
      await writeAudit(ledger, { act: 'signed-out', who: c.var.user.name, way, address })
    }
    return c.body(null, 204)
  })
  .openapi(showMe, (c) => {
    const { name, scopes } = c.var.user
    const hasAccounts = c.var.dependencies.guard !== undefined
    return c.json({ name, scopes, way: c.var.asker.way ?? 'machine', hasAccounts }, 200)
  })
  .openapi(changePassword, async (c) => {
    const { guard, ledger } = c.var.dependencies
    const { way, address } = c.var.asker
    if (guard === undefined || way !== 'session') throw noAccounts(c)
    const { name } = c.var.user
    // Whoever found a browser signed in can guess here as at the door.
    const wait = await guard.signInLimits.take(name, address, async () => false)
    if (wait !== null) throw await toLimited(c, wait, name)
    const cookies = await guard.accounts.changePassword(c.req.valid('json'), toBrowser(c))
    if (cookies === null)
      throw toRefusal(
        respondWithProblem(c, 422, { code: 'invalid-request', detail: 'The old password is wrong.' }),
      )
    await guard.signInLimits.giveBack(name, address)
    await writeAudit(ledger, { act: 'password-changed', who: name, way, address, about: name })
    setCookies(c, cookies)
    return c.body(null, 204)
  })

const toBrowser = (c: Context<DoorEnv>): Browser => ({
  cookie: c.req.header('cookie') ?? '',
  address: c.var.asker.address,
  userAgent: c.req.header('user-agent') ?? '',
})

function setCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  c.header('cache-control', 'no-store')
}

/** The refusal of one who tries too often, once it is on record. */
async function toLimited(
  c: Context<DoorEnv>,
  { seconds, isFirst }: SignInWait,
  who: string | null,
): Promise<HTTPException> {
  const { way, address } = c.var.asker
  if (isFirst) await writeAudit(c.var.dependencies.ledger, { act: 'sign-in-limited', who, way, address })
  return toRefusal(respondTooMany(c, seconds))
}

const noAccounts = (c: Context) =>
  toRefusal(
    respondWithProblem(c, 404, {
      code: 'not-found',
      detail:
        'Nobody signs in here with a password: this server is for this machine alone, or a token was sent.',
    }),
  )

const toRefusal = (res: Response) => new HTTPException(res.status as ContentfulStatusCode, { res })
