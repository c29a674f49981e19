import type { Account } from '../records/account.ts'
import type { ApiToken, NewToken } from '../records/api-token.ts'
import type { AuditAct, AuditEntry } from '../records/audit-entry.ts'
import type { Role } from '../records/scopes.ts'
import type { Page, PageQuery } from './list-page.ts'

/** Which lines of the audit log are asked for; null where a filter was not given. */
export interface AuditFilter {
  /** An account, or a token as `token:importer`. */
  readonly who: string | null
  readonly act: AuditAct | null
}

/** What commands ask about who may use the ledger. Each change is a line in the audit log. */
export interface AccountAccess {
  /** By name. */
  readonly findAccounts: () => Promise<readonly Account[]>
  readonly addAccount: (account: {
    readonly name: string
    readonly role: Role
    readonly password: string
  }) => Promise<void>
  readonly removeAccount: (name: string) => Promise<void>
  /** Signs the account out everywhere. */
  readonly setPassword: (name: string, password: string) => Promise<void>
  readonly setRole: (name: string, role: Role) => Promise<void>
  /** The newest first; revoked ones too. */
  readonly findTokens: () => Promise<readonly ApiToken[]>
  /** The secret that it gives is the only copy. */
  readonly addToken: (token: NewToken) => Promise<{ readonly token: string; readonly apiToken: ApiToken }>
  readonly revokeToken: (id: string) => Promise<ApiToken>
  /** The latest first. */
  readonly findAudit: (query: PageQuery & AuditFilter) => Promise<Page<AuditEntry>>
}
