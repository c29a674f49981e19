import { z } from 'zod'
import { claimQuerySchema } from './claim-query.ts'
import { claimSummarySchema } from './claim-summary.ts'

/**
 * The articles of one day (UTC, of publication) that tell claims of a situation, each once however many it tells.
 *
 * An article is a copy here if every one of those claims that it tells stands in it in words taken from another article
 * that tells the same claim: what the trees of origins draw as “copies”. One that tells at least one of them in words of
 * its own is an own telling, though it may reprint a wire beside it.
 */
export const dayCountSchema = z
  .object({
    day: z.iso.date(),
    own: z.int().nonnegative(),
    copies: z.int().nonnegative(),
  })
  .readonly()
  .meta({ id: 'DayCount' })
export type DayCount = z.infer<typeof dayCountSchema>

/** How much of the ledger a query catches. */
export const situationCountsSchema = z
  .object({
    claims: z.int().nonnegative(),
    articles: z.int().nonnegative(),
    outlets: z.int().nonnegative(),
    origins: z
      .int()
      .nonnegative()
      .describe('distinct origins that are counted on the side of support of at least one of the claims'),
    lastAddedAt: z
      .string()
      .nullable()
      .describe('when the last of the articles came into the ledger, ISO 8601 in UTC; null without any'),
    days: z
      .array(dayCountSchema)
      .readonly()
      .describe('days with an article, the earliest first: of the last 60 days up to the last such day'),
    earlier: z.int().nonnegative().describe('articles published before those 60 days'),
    undated: z.int().nonnegative().describe('articles whose day of publication is not known'),
  })
  .readonly()
  .meta({ id: 'SituationCounts' })
export type SituationCounts = z.infer<typeof situationCountsSchema>

/** What of a query a claim fulfils, and by what. */
export const matchReasonSchema = z
  .object({
    part: z.enum(['words', 'actors', 'sources', 'outlets', 'types', 'modalities', 'places']),
    asked: z.string().describe('what the query names: “brandt”'),
    found: z.string().nullable().describe('what the claim has: “Ilse Brandt”; null for words'),
  })
  .readonly()
  .meta({ id: 'MatchReason' })
export type MatchReason = z.infer<typeof matchReasonSchema>

/** What a query would catch. */
export const situationPreviewSchema = z
  .object({
    query: claimQuerySchema,
    q: z.string().describe('the query in the search language'),
    problems: z.array(z.string()).readonly().describe('what of a given `q` was not understood'),
    counts: situationCountsSchema,
    claims: z
      .array(z.object({ claim: claimSummarySchema, why: z.array(matchReasonSchema).readonly() }).readonly())
      .readonly()
      .describe('a few, of most independent origins first'),
  })
  .readonly()
  .meta({ id: 'SituationPreview' })
export type SituationPreview = z.infer<typeof situationPreviewSchema>
