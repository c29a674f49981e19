import { localUserName } from '../records/local-user-name.ts'
import { type Scope, scopes } from '../records/scopes.ts'

/** Who asks. */
export interface User {
  /** As the review log names them. */
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** Whoever sits at this machine, where there are no accounts. */
export const localUser: User = { name: localUserName, scopes }

/** Who has shown neither a session nor a token. */
export const nobody: User = { name: 'nobody', scopes: [] }
