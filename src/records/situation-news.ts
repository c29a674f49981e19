import { z } from 'zod'
import { pageChangeSchema } from './change.ts'
import { claimSummarySchema } from './claim-summary.ts'
import { disagreementKinds } from './disagreement.ts'
import { reportSchema } from './report.ts'

/** What can be new about a claim. */
export const newsKinds = [
  'new-claim',
  'new-origin',
  'denied',
  'retracted',
  'conflict',
  'hedge-dropped',
  'hedge-added',
  'figure-changed',
  'planned-happened',
] as const
export type NewsKind = (typeof newsKinds)[number]

/** One thing that is new about a claim, with the report whose words show it. */
export const newsSchema = z
  .object({
    kind: z.enum(newsKinds),
    report: reportSchema.describe('the earliest published of those that show it'),
    before: z
      .string()
      .nullable()
      .describe(
        'what was told before: “hedged”, “1 origin”, “at least 12 killed”, the other side of a conflict',
      ),
    after: z
      .string()
      .nullable()
      .describe('what is told now: “reported”, “Pentagon”, “15 killed”, who denies it'),
    conflict: z.enum(disagreementKinds).nullable().describe('in what they differ, of a `conflict`'),
  })
  .readonly()
  .meta({ id: 'News' })
export type News = z.infer<typeof newsSchema>

export const claimNewsSchema = z
  .object({ claim: claimSummarySchema, news: z.array(newsSchema).readonly() })
  .readonly()
  .meta({ id: 'ClaimNews' })
export type ClaimNews = z.infer<typeof claimNewsSchema>

/**
 * What came into the ledger about a situation from one instant to another.
 *
 * Told from what is in the ledger now: that which only articles which came since then say. Articles that were read or
 * weighed anew, and claims that have another id since, are no news.
 */
export const situationNewsSchema = z
  .object({
    since: z.string().describe('ISO 8601 in UTC'),
    until: z.string().describe('all that came before this is told here: what a visit is marked with'),
    claims: z.array(claimNewsSchema).readonly().describe('those of the newest reports first'),
    moreClaims: z.int().nonnegative().describe('claims that new articles tell, and that were not looked at'),
    edits: z
      .array(pageChangeSchema)
      .readonly()
      .describe('pages that tell a claim of it, or told one until they were changed, the last changed first'),
    moreEdits: z.boolean(),
  })
  .readonly()
  .meta({ id: 'SituationNews' })
export type SituationNews = z.infer<typeof situationNewsSchema>
