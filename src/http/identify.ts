import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { findTokenHolder } from '../ledger/api-tokens.ts'
import { scopesOfRole } from '../records/scopes.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { clientAddress } from './client-address.ts'
import { respondWithProblem } from './respond-with-problem.ts'
import { localUser, nobody } from './user.ts'

/**
 * Finds out who asks: `c.var.user` and `c.var.asker`. A token that is wrong, revoked or out of time makes nobody of who
 * shows it, and so does a session that is over.
 */
export const identify: MiddlewareHandler<DoorEnv> = async (c, next) => {
  const { guard, ledger } = c.var.dependencies
  if (guard === undefined) {
    c.set('user', localUser)
    c.set('asker', { way: 'machine', address: 'local', account: null })
    return next()
  }
  const address = clientAddress(c, guard.trustedProxies)
  c.set('user', nobody)
  c.set('asker', { way: null, address, account: null })
  const authorization = c.req.header('authorization')
  const cookie = c.req.header('cookie') ?? ''
  if (authorization !== undefined) {
    if (cookie !== '')
      return respondWithProblem(c, 400, {
        code: 'invalid-request',
        detail: 'Send a token or a cookie, not both.',
      })
    const token = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(authorization)?.[1]
    if (token !== undefined && isSame(token, guard.machineToken)) {
      c.set('user', localUser)
      c.set('asker', { way: 'machine', address, account: null })
      return next()
    }
    const holder = token === undefined ? null : await findTokenHolder(ledger, token)
    if (holder === null) return next()
    c.set('user', { name: `token:${holder.name}`, scopes: holder.scopes })
    c.set('asker', { way: 'token', address, account: holder.madeBy })
    return next()
  }
  const account = cookie === '' ? null : await guard.accounts.findSignedIn(cookie)
  if (account !== null) {
    c.set('user', { name: account.name, scopes: scopesOfRole[account.role] })
    c.set('asker', { way: 'session', address, account: account.name })
  }
  return next()
}

const hash = (text: string) => createHash('sha256').update(text).digest()
const isSame = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b))
