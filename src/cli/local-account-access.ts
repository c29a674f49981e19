import { addAccount, setPassword } from '../jobs/add-account.ts'
import { findApiTokens, insertApiToken, revokeApiToken } from '../ledger/api-tokens.ts'
import { findAudit, writeAudit } from '../ledger/audit-log.ts'
import { removeAccount, setRole } from '../ledger/change-account.ts'
import { findAccounts } from '../ledger/find-accounts.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { AuditNote } from '../records/audit-entry.ts'
import { localUserName } from '../records/local-user-name.ts'
import type { AccountAccess } from './account-access.ts'

/** Says who may use a ledger that this process has open: whoever can open its folder may. */
export function openLocalAccountAccess(ledger: Ledger): AccountAccess {
  const note = (act: AuditNote['act'], about: string) =>
    writeAudit(ledger, { act, about, who: localUserName, way: 'machine' })
  return {
    findAccounts: () => findAccounts(ledger),
    addAccount: async (account) => {
      await addAccount(ledger, account)
      await note('account-added', `${account.name}, ${account.role}`)
    },
    removeAccount: async (name) => {
      await removeAccount(ledger, name)
      await note('account-removed', name)
    },
    setPassword: async (name, password) => {
      await setPassword(ledger, name, password)
      await note('password-changed', name)
    },
    setRole: async (name, role) => {
      await setRole(ledger, name, role)
      await note('role-changed', `${name}, ${role}`)
    },
    findTokens: () => findApiTokens(ledger),
    addToken: async (token) => {
      const made = await insertApiToken(ledger, { ...token, madeBy: null })
      await note('token-added', `${token.name}, ${token.scope}`)
      return made
    },
    revokeToken: async (id) => {
      const token = await revokeApiToken(ledger, id)
      await note('token-revoked', token.name)
      return token
    },
    findAudit: async ({ who, act, ...query }) => {
      const { entries, nextCursor } = await findAudit(ledger, {
        ...query,
        ...(who !== null && { who }),
        ...(act !== null && { act }),
      })
      return { rows: entries, nextCursor }
    },
  }
}
