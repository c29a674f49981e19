import { z } from 'zod'

const counts = {
  feeds: z.int().nonnegative().describe('asked in this round'),
  feedsFailed: z.int().nonnegative(),
  new: z.int().nonnegative().describe('pages whose article is new'),
  changed: z.int().nonnegative().describe('pages that say something else than before'),
  unchanged: z.int().nonnegative(),
  failed: z.int().nonnegative().describe('pages that could not be had or hold no article'),
}

/** How collecting goes in a running server. */
export const collectingStatusSchema = z
  .object({
    isRunning: z.boolean(),
    startedAt: z.string().nullable().describe('of the round that runs, or the last one; ISO 8601 in UTC'),
    endedAt: z.string().nullable().describe('null while it runs, and before the first'),
    problem: z.string().nullable().describe('what ended the last round before its time'),
    ...counts,
  })
  .readonly()
  .meta({ id: 'CollectingStatus' })

export type CollectingStatus = z.infer<typeof collectingStatusSchema>
