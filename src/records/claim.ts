import { z } from 'zod'
import { modalitySchema } from './reading.ts'
import { spanSchema } from './span.ts'

/** One article’s telling of one claim, with the words that tell it. */
export const reportSchema = z
  .object({
    id: z.string().describe('content address: article, reading and span'),
    articleId: z.string(),
    readingId: z.string(),
    outlet: z.string().nullable(),
    publishedAt: z.string().nullable(),
    kind: z.enum(['statement', 'event']),
    ordinal: z.int().nonnegative().describe('index in the reading’s statements or events'),
    source: z
      .string()
      .nullable()
      .describe('who says so, as the article names them; null in the outlet’s own voice'),
    sourceEntity: z
      .string()
      .nullable()
      .default(null)
      .describe('who that is, by the fullest name in the article'),
    proposition: z.string().describe('the words of the claim'),
    modality: modalitySchema.nullable(),
    sentence: spanSchema.describe('the sentence that holds the words'),
    sentenceText: z.string(),
  })
  .readonly()
  .meta({ id: 'Report' })
export type Report = z.infer<typeof reportSchema>

/**
 * One proposition that reports share.
 *
 * `outlets` counts publishers, not origins: three papers that print one wire are three outlets.
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
    reports: z.array(reportSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Claim' })
export type Claim = z.infer<typeof claimSchema>
