import { z } from 'zod'
import { collectingStatusSchema } from './collecting-status.ts'

const countSchema = z.int().nonnegative()

/** What a running server tells of what it learns, as it learns it. */
export const bulletinSchema = z
  .discriminatedUnion('kind', [
    z
      .object({
        kind: z.literal('article'),
        articleId: z.string(),
        title: z.string().nullable(),
        outlet: z.string().nullable(),
        isChange: z.boolean().describe('whether its page said something else before'),
      })
      .readonly()
      .describe('An article was added.'),
    z
      .object({
        kind: z.literal('claims'),
        articleId: z.string(),
        new: countSchema.describe('claims that no article told before'),
        changed: countSchema.describe('claims that were told, and rest on other reports or origins now'),
      })
      .readonly()
      .describe('An article was weighed.'),
    z
      .object({ kind: z.literal('collecting'), status: collectingStatusSchema })
      .readonly()
      .describe('How far a round of collecting is.'),
    z
      .object({ kind: z.literal('example'), done: countSchema, all: countSchema })
      .readonly()
      .describe('How many pages of the example are read.'),
    z
      .object({ kind: z.literal('weighing'), done: countSchema, all: countSchema })
      .readonly()
      .describe('How many articles are weighed of those that an earlier process or version left.'),
    z
      .object({
        kind: z.literal('review'),
        act: z.string().describe('id of the act; of several that were given as one, the last'),
      })
      .readonly()
      .describe('Somebody judged what was read: articles, stories and claims may be others now.'),
    z
      .object({ kind: z.literal('gap') })
      .readonly()
      .describe('What happened since the last event cannot be told again: ask anew for all that is shown.'),
  ])
  .meta({ id: 'Bulletin' })

export type Bulletin = z.infer<typeof bulletinSchema>
