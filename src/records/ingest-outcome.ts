import { z } from 'zod'
import { type Problem, problemSchema } from './problem.ts'

/** What became of one document on its way into the ledger. */
export const ingestOutcomeSchema = z
  .object({
    where: z.string(),
    outcome: z
      .enum(['added', 'unchanged', 'failed'])
      .describe(
        '`unchanged`: these bytes, or the same article in other bytes of its page, were read before by these very stages',
      ),
    articleId: z
      .string()
      .nullable()
      .describe('also of an `unchanged` one; null when the document gave no article'),
    change: z
      .enum(['new', 'changed', 'same'])
      .nullable()
      .default(null)
      .describe(
        'new: nothing was known of its page; changed: its page said something else before, or says so later; same: its page is known to say so; null when it gave no article',
      ),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    statements: z.int().nonnegative(),
    events: z.int().nonnegative(),
    problems: z.array(problemSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'IngestOutcome' })
export type IngestOutcome = z.infer<typeof ingestOutcomeSchema>

/** The outcome of a document that gave no article, and why. */
export const toFailedOutcome = (where: string, problem: Problem): IngestOutcome => ({
  where,
  outcome: 'failed',
  articleId: null,
  change: null,
  title: null,
  outlet: null,
  statements: 0,
  events: 0,
  problems: [problem],
})
