import { z } from 'zod'
import { problemSchema } from '../records/problem.ts'

/**
 * What every refusal and failure of the API answers, as `application/problem+json` (RFC 9457).
 *
 * `type` is always `about:blank`: `title` is the phrase of the status, and `code` is what a program reads.
 */
export const problemDetailsSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().describe('the phrase of the HTTP status'),
    status: z.int(),
    code: z
      .string()
      .describe('stable name of what went wrong: not-found, ambiguous-id, invalid-request, internal …'),
    detail: z.string().describe('what is wrong with this request, and what to try'),
    parameters: z
      .array(z.object({ name: z.string(), message: z.string() }).readonly())
      .readonly()
      .optional()
      .describe('which parameters were refused, and why; only with `invalid-request`'),
    problem: problemSchema
      .optional()
      .describe('what stands behind it at another place: a feed that could not be had; only with 422'),
  })
  .readonly()
  .meta({
    id: 'ProblemDetails',
    description: 'RFC 9457. Not a Problem: that lies on a record, this answers a request.',
  })

export type ProblemDetails = z.infer<typeof problemDetailsSchema>
