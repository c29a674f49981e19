import { z } from '@hono/zod-openapi'

const limitRule = 'must be a whole number from 1 to 200'

/** The parameters that every list shares. */
export const pageParameters = {
  limit: z.coerce
    .number(limitRule)
    .int(limitRule)
    .min(1, limitRule)
    .max(200, limitRule)
    .default(50)
    .describe('how many at most'),
  cursor: z
    .string()
    .min(1, 'must not be empty')
    .optional()
    .describe('`nextCursor` of the page before; without it, the first page'),
}

const flags = { true: true, false: false } as const

/** `true` or `false` in an address. */
export const flagParameter = z
  .enum(['true', 'false'], 'must be true or false')
  .transform((flag) => flags[flag])
