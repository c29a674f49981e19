/** What somebody may do: read the ledger, judge what was read in it, change what it follows and who may use it. */
export const scopes = ['read', 'review', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Who asks. */
export interface User {
  /** As the review log names them. */
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** Whoever sits at this machine, where there are no accounts. */
export const localUser: User = { name: 'local', scopes }
