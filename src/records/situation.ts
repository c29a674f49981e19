import { z } from 'zod'
import { claimQuerySchema } from './claim-query.ts'
import { situationCountsSchema } from './situation-counts.ts'

/** What an analyst gives a situation: a name, and what chooses its claims. */
export const situationDraftSchema = z
  .strictObject({
    name: z
      .string('is missing')
      .trim()
      .min(1, 'must not be empty')
      .max(200, 'must not be longer than 200 characters'),
    query: claimQuerySchema,
  })
  .readonly()
export type SituationDraft = z.infer<typeof situationDraftSchema>

/** What an analyst follows. It holds no claims: whatever its query chooses at the time is in it. */
export const situationSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    query: claimQuerySchema,
    createdAt: z.string().describe('ISO 8601 in UTC'),
    createdBy: z.string().describe('name of the user'),
    changedAt: z.string().describe('when its name or its query was last set'),
  })
  .readonly()
  .meta({ id: 'Situation' })
export type Situation = z.infer<typeof situationSchema>

/** A situation as the user who asks finds it. */
export const followedSituationSchema = situationSchema
  .unwrap()
  .extend({
    lastVisitAt: z
      .string()
      .nullable()
      .describe('up to when the user who asks has seen what changed; null before the first visit'),
    newArticles: z
      .int()
      .nonnegative()
      .describe('articles, new versions of pages among them, that came since then, or since it was made'),
    counts: situationCountsSchema,
  })
  .readonly()
  .meta({ id: 'FollowedSituation' })
export type FollowedSituation = z.infer<typeof followedSituationSchema>
