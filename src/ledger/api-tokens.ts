import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type ApiToken, apiTokenSchema } from '../records/api-token.ts'
import { HearsayError } from '../records/error.ts'
import { type Role, type Scope, scopesOfRole, scopesUpTo } from '../records/scopes.ts'
import { hashToken } from './account-store.ts'
import { explainFailure } from './explain-failure.ts'
import { findRows } from './find-rows.ts'
import { isoInstant } from './iso-instant.ts'
import type { Ledger } from './ledger.ts'
import { apiToken } from './schema.ts'

/** How a token begins, so that those who look for lost secrets find it. */
const prefix = 'hearsay_'

/** Makes a token. `token` is the only copy there ever is: the ledger keeps its hash. */
export async function insertApiToken(
  ledger: Ledger,
  made: Pick<ApiToken, 'name' | 'scope' | 'madeBy' | 'expiresAt'>,
): Promise<{ readonly token: string; readonly apiToken: ApiToken }> {
  const token = `${prefix}${randomBytes(32).toString('base64url')}`
  const id = randomBytes(8).toString('hex')
  await explainFailure(async () =>
    ledger.db.insert(apiToken).values({ ...made, id, tokenHash: hashToken(token) }),
  )
  const found = (await findApiTokens(ledger)).find((row) => row.id === id)
  if (found === undefined) throw new Error(`Token ${id} went away.`)
  return { token, apiToken: found }
}

/** All tokens there ever were, the newest first. */
export async function findApiTokens(ledger: Ledger): Promise<ApiToken[]> {
  const rows = await findRows<ApiToken>(
    ledger.db,
    sql`
    select id, name, scope, made_by as "madeBy", ${isoInstant(apiToken.createdAt)} as "createdAt",
      ${isoInstant(apiToken.expiresAt)} as "expiresAt", ${isoInstant(apiToken.lastUsedAt)} as "lastUsedAt",
      ${isoInstant(apiToken.revokedAt)} as "revokedAt"
    from api_token order by seq desc`,
  )
  return rows.map((row) => apiTokenSchema.parse(row))
}

/** Revokes a token, at once; harmless when it was. @throws {HearsayError} `not-found`. */
export async function revokeApiToken(ledger: Ledger, id: string): Promise<ApiToken> {
  await findRows(
    ledger.db,
    sql`update api_token set revoked_at = coalesce(revoked_at, now()) where id = ${id}`,
  )
  const found = (await findApiTokens(ledger)).find((row) => row.id === id)
  if (found === undefined)
    throw new HearsayError('not-found', `There is no token “${id}”; hearsay tokens list shows them.`)
  return found
}

/**
 * Who shows this token, and what they may do: no more than the account that made it may by now. Null when there is no
 * such token, or it was revoked, or its time is over.
 */
export async function findTokenHolder(
  ledger: Ledger,
  token: string,
): Promise<{
  readonly id: string
  readonly name: string
  readonly madeBy: string | null
  readonly scopes: readonly Scope[]
} | null> {
  if (!token.startsWith(prefix)) return null
  const [row] = await findRows<{
    id: string
    name: string
    scope: Scope
    madeBy: string | null
    role: Role | null
    isStale: boolean
  }>(
    ledger.db,
    sql`
    select api_token.id, api_token.name, scope, made_by as "madeBy", account.role,
      coalesce(last_used_at < now() - interval '1 hour', true) as "isStale"
    from api_token left join account on account.name = made_by
    where token_hash = ${hashToken(token)} and revoked_at is null and (expires_at is null or expires_at > now())`,
  )
  if (row === undefined) return null
  const { id, name, scope, madeBy, role, isStale } = row
  if (madeBy !== null && role === null) return null
  if (isStale) await findRows(ledger.db, sql`update api_token set last_used_at = now() where id = ${id}`)
  const ofMaker = role === null ? scopesUpTo('admin') : scopesOfRole[role]
  return { id, name, madeBy, scopes: scopesUpTo(scope).filter((one) => ofMaker.includes(one)) }
}
