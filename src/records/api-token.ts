import { z } from 'zod'
import { scopes } from './scopes.ts'

/** What a program shows instead of a password; the token itself is shown once and kept nowhere. */
export const apiTokenSchema = z
  .object({
    id: z.string(),
    name: z.string().describe('what it is for'),
    scope: z.enum(scopes).describe('what its holder may do: this and less'),
    madeBy: z.string().nullable().describe('the account that made it; null: somebody at the machine itself'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable().describe('null: never'),
    lastUsedAt: z.iso.datetime().nullable().describe('to the hour; null: never yet'),
    revokedAt: z.iso.datetime().nullable(),
  })
  .readonly()
  .meta({ id: 'ApiToken' })

export type ApiToken = z.infer<typeof apiTokenSchema>

/** What is said of a token that is to be made. */
export const newTokenSchema = z.strictObject({
  name: z
    .string('is missing')
    .trim()
    .min(1, 'must not be empty')
    .max(80, 'must have at most 80 characters')
    .describe('what it is for'),
  scope: z.enum(scopes, 'must be read, review or admin'),
  expiresAt: z.iso
    .datetime({ offset: true, error: 'must be an instant like 2026-03-10T08:00:00Z' })
    .nullable()
    .default(null)
    .describe('null: never'),
})
export type NewToken = z.infer<typeof newTokenSchema>
