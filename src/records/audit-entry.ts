import { z } from 'zod'

/** What the audit log tells of. */
export const auditActs = [
  'signed-in',
  'sign-in-refused',
  'sign-in-limited',
  'signed-out',
  'account-added',
  'account-removed',
  'role-changed',
  'password-changed',
  'token-added',
  'token-revoked',
  'request',
] as const
export type AuditAct = (typeof auditActs)[number]

/** How somebody came in: by a password, by a token, or at the machine that holds the ledger. */
export const auditWays = ['session', 'token', 'machine'] as const
export type AuditWay = (typeof auditWays)[number]

/** One line of the audit log. */
export const auditEntrySchema = z
  .object({
    id: z.string().describe('grows with time'),
    at: z.iso.datetime(),
    act: z.enum(auditActs),
    who: z
      .string()
      .nullable()
      .describe('the account or the token; of a refused sign-in, the name that was given'),
    way: z.enum(auditWays).nullable().describe('how they came in; null: they did not'),
    address: z.string().nullable().describe('the IP address they came from; null: this machine'),
    method: z.string().nullable().describe('of a request'),
    path: z.string().nullable(),
    status: z.int().nullable().describe('what was answered'),
    about: z.string().nullable().describe('the account or the token that was changed'),
  })
  .readonly()
  .meta({ id: 'AuditEntry' })

export type AuditEntry = z.infer<typeof auditEntrySchema>

/** What is written into the log; it says itself when. */
export type AuditNote = Pick<AuditEntry, 'act' | 'who'> &
  Partial<Omit<AuditEntry, 'id' | 'at' | 'act' | 'who'>>
