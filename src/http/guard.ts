import type { Accounts } from '../jobs/open-accounts.ts'
import { openSignInLimits, type SignInLimits } from './limit-sign-ins.ts'
import { openRequestLimits, type RequestLimits } from './request-limits.ts'

/** What a door needs where others than whoever sits at this machine can reach it. */
export interface Guard {
  readonly accounts: Accounts
  /** Where people reach the server: `https://hearsay.example`. */
  readonly publicUrl: URL
  /** Names it answers to, besides those of this machine and of `publicUrl`: the address it listens on. */
  readonly hosts: readonly string[]
  /** Addresses or ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** Proves a command on this machine, which has read it in the ledger’s folder. */
  readonly machineToken: string
  readonly signInLimits: SignInLimits
  readonly requestLimits: RequestLimits
}

/** With its limits fresh: nobody has tried anything yet. */
export const toGuard = (kept: Omit<Guard, 'signInLimits' | 'requestLimits'>): Guard => ({
  ...kept,
  signInLimits: openSignInLimits(),
  requestLimits: openRequestLimits(),
})
