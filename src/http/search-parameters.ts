import { z } from '@hono/zod-openapi'

/** The parameters by which every list of what is said is searched. */
export const searchParameters = {
  q: z
    .string()
    .max(2000)
    .optional()
    .describe(
      'the search language: `amnesty "safe passage" -rumour actor:lukashenko says:"Anton Veresk" -outlet:tass type:consult modality:denied place:minsk origins>=2 after:2025-12-01 before:2026-01-01 kind:event is:disputed`',
    ),
}

/** The parameter by which every list of claims is kept to a situation. */
export const situationParameter = {
  situation: z
    .string()
    .min(1, 'must not be empty')
    .optional()
    .describe('only claims of the situation with this id; its first digits are enough'),
}

/** What of a search text was not understood, in the answer to it. */
export const searchProblems = z
  .array(z.string())
  .readonly()
  .describe('what of `q` was not understood and left out, in words for whoever typed it')
