import { z } from 'zod'
import { problemSchema } from './problem.ts'

/** One thing that a round of collecting has done. */
export const roundStepSchema = z
  .discriminatedUnion('kind', [
    z
      .object({
        kind: z.literal('feed'),
        feedId: z.string(),
        address: z.string(),
        title: z.string().nullable(),
        outcome: z.enum(['answered', 'unmodified', 'failed']),
        entries: z.int().nonnegative().describe('that the answer lists'),
        named: z.int().nonnegative().describe('pages that nobody had named before'),
        again: z.int().nonnegative().describe('pages that the feed says were changed, to be fetched again'),
        problem: problemSchema.nullable(),
        remarks: z
          .array(z.string())
          .readonly()
          .describe('what of the answer had to be mended or was left out'),
      })
      .readonly(),
    z
      .object({
        kind: z.literal('page'),
        feedId: z.string().nullable().describe('a feed that names it'),
        address: z.string(),
        outcome: z
          .enum(['new', 'changed', 'unchanged', 'failed'])
          .describe('`unchanged`: it says what it said, or its article was known from elsewhere'),
        articleId: z.string().nullable(),
        title: z.string().nullable(),
        problems: z.array(problemSchema).readonly(),
      })
      .readonly(),
  ])
  .meta({ id: 'RoundStep' })

export type RoundStep = z.infer<typeof roundStepSchema>
