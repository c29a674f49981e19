import { z } from 'zod'
import type { ServerPlace } from '../ledger/find-running-server.ts'
import { accountSchema } from '../records/account.ts'
import { apiTokenSchema } from '../records/api-token.ts'
import { auditEntrySchema } from '../records/audit-entry.ts'
import type { AccountAccess } from './account-access.ts'
import { askServer, tellServer } from './ask-server.ts'

const accountsSchema = z.object({ accounts: z.array(accountSchema) })
const tokensSchema = z.object({ tokens: z.array(apiTokenSchema) })
const madeTokenSchema = z.object({ token: z.string(), apiToken: apiTokenSchema })
const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), nextCursor: z.string().nullable() })

/** Has a running server say who may use its ledger. */
export function openRemoteAccountAccess(server: ServerPlace): AccountAccess {
  const pathOf = (name: string) => `/api/accounts/${encodeURIComponent(name)}`
  return {
    findAccounts: async () =>
      accountsSchema.parse(await askServer(server, '/api/accounts', {}, [200])).accounts,
    addAccount: async (account) => {
      await tellServer(server, 'POST', '/api/accounts', account, [201])
    },
    removeAccount: async (name) => {
      await askServer(server, pathOf(name), {}, [204], { method: 'DELETE' })
    },
    setPassword: async (name, password) => {
      await tellServer(server, 'PATCH', pathOf(name), { password }, [200])
    },
    setRole: async (name, role) => {
      await tellServer(server, 'PATCH', pathOf(name), { role }, [200])
    },
    findTokens: async () => tokensSchema.parse(await askServer(server, '/api/tokens', {}, [200])).tokens,
    addToken: async (token) =>
      madeTokenSchema.parse(await tellServer(server, 'POST', '/api/tokens', token, [201])),
    revokeToken: async (id) =>
      apiTokenSchema.parse(
        await askServer(server, `/api/tokens/${encodeURIComponent(id)}`, {}, [200], { method: 'DELETE' }),
      ),
    findAudit: async (query) => {
      const page = auditPageSchema.parse(await askServer(server, '/api/audit', { ...query }, [200]))
      return { rows: page.entries, nextCursor: page.nextCursor }
    },
  }
}
