import { z } from 'zod'
import { roles } from './scopes.ts'

/** The longest password that is hashed; the shortest that is taken for a new account (NIST SP 800-63B-4, 3.1.1.2: 15 where nothing else is asked; 8 beside a second factor). */
export const passwordLength = { min: 15, max: 256 } as const

/** As the review log and the audit log name somebody: short, lower case, the same in every script. */
export const accountNameSchema = z
  .string('is missing')
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,38}$/,
    'must be 1 to 39 of a-z, 0-9, “.”, “_” and “-”, and begin with a letter or a digit',
  )

/** The password of a new account, or a new one of an old account. */
export const newPasswordSchema = z
  .string('is missing')
  .min(passwordLength.min, `must have at least ${passwordLength.min} characters; a few words will do`)
  .max(passwordLength.max, `must have at most ${passwordLength.max} characters`)

/** Somebody who may use a shared ledger. */
export const accountSchema = z
  .object({
    name: accountNameSchema,
    role: z.enum(roles, 'must be reader, reviewer or admin'),
    createdAt: z.iso.datetime(),
    lastSignInAt: z.iso.datetime().nullable().describe('null: never yet'),
    sessions: z.int().describe('how many browsers are signed in'),
  })
  .readonly()
  .meta({ id: 'Account' })

export type Account = z.infer<typeof accountSchema>
