import { createHash } from 'node:crypto'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Ledger } from './ledger.ts'
import { account, credential, session } from './schema.ts'

type AdapterFactory = ReturnType<typeof drizzleAdapter>
type Adapter = ReturnType<AdapterFactory>
type Where = NonNullable<Parameters<Adapter['findOne']>[0]['where']>
type CreateCall<T> = Parameters<Adapter['create']>[0] & { data: Omit<T, 'id'> }

/**
 * Where better-auth keeps accounts and sessions: in the ledger, by its own adapter.
 *
 * It would keep the token of a session as it is. Here it is hashed on its way in and on the way of every question, so
 * that a copy of the ledger opens no session.
 */
export function accountStore(ledger: Ledger): AdapterFactory {
  const open = drizzleAdapter(ledger.db, {
    provider: 'pg',
    schema: { user: account, account: credential, session },
    transaction: true,
  })
  return (options) => hashSessionTokens(open(options))
}

function hashSessionTokens(adapter: Adapter): Adapter {
  return {
    ...adapter,
    create: async <T extends Record<string, unknown>, R = T>(call: CreateCall<T>) => {
      const { token } = call.data as { token?: unknown }
      if (call.model !== 'session' || typeof token !== 'string') return adapter.create<T, R>(call)
      const made = await adapter.create<T, R>({ ...call, data: { ...call.data, token: hashToken(token) } })
      return { ...made, token }
    },
    findOne: async <T>(call: Parameters<Adapter['findOne']>[0]) => {
      const found = await adapter.findOne<T>(withHashes(call))
      const asked = call.model === 'session' ? call.where.find(({ field }) => field === 'token') : undefined
      return found !== null && typeof asked?.value === 'string' ? { ...found, token: asked.value } : found
    },
    findMany: (call) => adapter.findMany(withHashes(call)),
    count: (call) => adapter.count(withHashes(call)),
    update: (call) => adapter.update(withHashes(call)),
    updateMany: (call) => adapter.updateMany(withHashes(call)),
    delete: (call) => adapter.delete(withHashes(call)),
    deleteMany: (call) => adapter.deleteMany(withHashes(call)),
    transaction: (act) => adapter.transaction((inner) => act(hashSessionTokens(inner as Adapter))),
  }
}

function withHashes<Call extends { readonly model: string; where?: Where | undefined }>(call: Call): Call {
  if (call.model !== 'session' || call.where === undefined) return call
  const where = call.where.map((condition) =>
    condition.field === 'token' ? { ...condition, value: hashValue(condition.value) } : condition,
  )
  return { ...call, where }
}

function hashValue(value: Where[number]['value']): Where[number]['value'] {
  if (typeof value === 'string') return hashToken(value)
  if (Array.isArray(value)) return value.map((token) => hashToken(String(token)))
  return value
}

/** SHA-256 suffices: a token is random, 160 bits or more, and nobody guesses what it was made from. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
