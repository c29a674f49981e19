import { z } from 'zod'
import { disagreementSchema } from './disagreement.ts'
import { provenanceSchema } from './origin.ts'
import { modalitySchema } from './reading.ts'
import { type Report, reportSchema } from './report.ts'

export { type Report, reportSchema }

/** What happened to a claim in the course of its reports. */
export const claimChangeKinds = [
  'first-seen',
  'hedge-dropped',
  'hedge-added',
  'second-origin',
  'denied',
  'doubted',
  'retracted',
  'figure-changed',
  'planned-happened',
  'edited',
] as const

export const claimChangeSchema = z
  .object({
    kind: z.enum(claimChangeKinds),
    at: z
      .string()
      .nullable()
      .describe(
        'when the article was published; of an `edited` page, and of words that only a later version of one has, when it was first seen so; ISO 8601',
      ),
    reportId: z
      .string()
      .nullable()
      .describe('the report that shows it; null where an `edited` page tells the claim no longer'),
    before: z.string().nullable(),
    after: z.string().nullable().describe('null where an `edited` page says it no longer'),
    edit: z
      .object({
        pageId: z.string(),
        outlet: z.string().nullable(),
        beforeArticleId: z.string(),
        afterArticleId: z.string(),
      })
      .readonly()
      .nullable()
      .default(null)
      .describe(
        'of an `edited` one: the two versions of the page; told of one claim, never in lists of claims',
      ),
  })
  .readonly()
  .meta({ id: 'ClaimChange' })
export type ClaimChange = z.infer<typeof claimChangeSchema>

/** The Admiralty scale’s number for a claim, proposed by a rule that it names; never a verdict on truth. */
export const credibilitySchema = z
  .object({
    grade: z
      .int()
      .min(1)
      .max(6)
      .describe(
        '1 confirmed by independent origins, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged (NATO AJP-2.1)',
      ),
    rule: z.string().describe('why, in a sentence'),
  })
  .readonly()
  .meta({ id: 'Credibility' })
export type Credibility = z.infer<typeof credibilitySchema>

/**
 * One proposition that reports share.
 *
 * `outlets` counts publishers and `provenance.independent` origins: three papers that print one wire are three outlets
 * and one origin.
 */
export const claimSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['statement', 'event']),
    proposition: z.string().describe('the words of its earliest report, without the “that” before them'),
    source: z.string().nullable(),
    modalities: z.array(modalitySchema).readonly().describe('every modality among its reports'),
    firstPublishedAt: z.string().nullable(),
    outlets: z.array(z.string()).readonly(),
    stories: z.array(z.string()).readonly().default([]).describe('ids of the stories of its articles'),
    provenance: provenanceSchema,
    disagreements: z.array(disagreementSchema).readonly().default([]),
    history: z.array(claimChangeSchema).readonly().default([]),
    credibility: credibilitySchema,
    reports: z.array(reportSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Claim' })
export type Claim = z.infer<typeof claimSchema>
