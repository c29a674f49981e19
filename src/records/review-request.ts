import { z } from 'zod'
import { claimGradeSchema, letterSchema, loggedActSchema, reviewParts, saidSchema } from './review.ts'
import { spanSchema } from './span.ts'

const articleSchema = z.string().min(1).describe('id of the article; its first digits are enough')
const claimIdSchema = z.string().min(1).describe('id of the claim; its first digits are enough')

const reasonShape = {
  reason: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .nullable()
    .default(null)
    .describe('why, for whoever reads the log'),
}

const partShape = {
  ...reasonShape,
  article: articleSchema,
  part: z.enum(reviewParts),
  index: z.int().nonnegative().describe('of the part in the current reading'),
  span: spanSchema.describe(
    'where its mention, cue or first evidence stands: refused where the reading has another there',
  ),
}

/** A judgement as it is given: by what stands in today’s reading and today’s claims, which the log keeps by their words. */
export const reviewRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['accept', 'reject']), ...partShape }),
  z.strictObject({ kind: z.literal('correct'), ...partShape, said: saidSchema }),
  z.strictObject({
    kind: z.literal('add'),
    ...reasonShape,
    article: articleSchema,
    said: saidSchema,
  }),
  z.strictObject({
    kind: z.enum(['accept-copy', 'reject-copy']),
    ...reasonShape,
    of: articleSchema,
    by: articleSchema,
  }),
  z.strictObject({ kind: z.literal('merge'), ...reasonShape, claim: claimIdSchema, with: claimIdSchema }),
  z.strictObject({
    kind: z.literal('split'),
    ...reasonShape,
    claim: claimIdSchema,
    reports: z
      .array(z.string())
      .min(1)
      .max(200)
      .describe('ids of those to be split off; not all of the claim’s'),
  }),
  z.strictObject({ kind: z.enum(['accept-claim', 'reject-claim']), ...reasonShape, claim: claimIdSchema }),
  z.strictObject({
    kind: z.literal('grade-claim'),
    ...reasonShape,
    claim: claimIdSchema,
    grade: claimGradeSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('note'),
    ...reasonShape,
    claim: claimIdSchema,
    words: z.string().trim().min(1).max(10_000),
  }),
  z.strictObject({
    kind: z.literal('grade-origin'),
    ...reasonShape,
    name: z.string().trim().min(1).max(300),
    letter: letterSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('undo'), ...reasonShape, act: z.string().min(1) }),
])
export type ReviewRequest = z.infer<typeof reviewRequestSchema>

/** Where an act stands in a reading; no index where its part is gone. */
export const reviewMarkSchema = z
  .object({ act: z.string(), part: z.enum(reviewParts), index: z.int().nonnegative().nullable() })
  .readonly()
  .meta({ id: 'ReviewMark' })

/** What was said of an article’s words, the earliest first; undone acts are left out. */
export const articleReviewSchema = z
  .object({
    acts: z.array(loggedActSchema).readonly(),
    marks: z.array(reviewMarkSchema).readonly().describe('where each stands in the current reading'),
    missed: z.array(z.string()).readonly().describe('ids of those that no longer find what they judge'),
  })
  .readonly()
  .meta({ id: 'ArticleReview' })
export type ArticleReview = z.infer<typeof articleReviewSchema>

/** What was said of a claim, the earliest first; undone acts are left out. */
export const claimReviewSchema = z
  .object({
    acts: z
      .array(loggedActSchema)
      .readonly()
      .describe('on it, on whether its reports belong together, and on copies among its articles'),
    letters: z
      .array(z.object({ name: z.string(), letter: letterSchema, by: z.string(), at: z.string() }).readonly())
      .readonly()
      .describe('given to those who print it or say it, by the names that the claim gives them'),
  })
  .readonly()
  .meta({ id: 'ClaimReview' })
export type ClaimReview = z.infer<typeof claimReviewSchema>
