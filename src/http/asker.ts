import type { AuditWay } from '../records/audit-entry.ts'

/** How and from where somebody asks. */
export interface Asker {
  /** Null for nobody: neither cookie nor token. */
  readonly way: AuditWay | null
  /** IP address. */
  readonly address: string
  /** The account that is signed in, or that answers for the token; null at the machine itself and for nobody. */
  readonly account: string | null
}
