import { z } from 'zod'
import { type Problem, problemSchema } from './problem.ts'

/** What became of one document on its way into the ledger. */
export const ingestOutcomeSchema = z
  .object({
    where: z.string(),
    outcome: z
      .enum(['added', 'unchanged', 'failed'])
      .describe('`unchanged`: these bytes were read before by these very stages, and nothing was done'),
    articleId: z.string().nullable().describe('null when the document gave no article, or nothing was done'),
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
  title: null,
  outlet: null,
  statements: 0,
  events: 0,
  problems: [problem],
})
