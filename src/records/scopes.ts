/** What somebody may do: read the ledger, judge what was read in it, change what it follows and who may use it. */
export const scopes = ['read', 'review', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** What an account is for. */
export const roles = ['reader', 'reviewer', 'admin'] as const
export type Role = (typeof roles)[number]

/** What each role may do. */
export const scopesOfRole: Readonly<Record<Role, readonly Scope[]>> = {
  reader: ['read'],
  reviewer: ['read', 'review'],
  admin: scopes,
}

/** What the holder of a token may do: its scope and those below it. */
export const scopesUpTo = (scope: Scope): readonly Scope[] => scopes.slice(0, scopes.indexOf(scope) + 1)
