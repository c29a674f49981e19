import { z } from 'zod'
import { eventTypes, mentionTypes, modalitySchema } from './reading.ts'
import { spanSchema } from './span.ts'

/** What a reading holds that is judged by itself. */
export const reviewParts = ['mention', 'statement', 'event'] as const
export type ReviewPart = (typeof reviewParts)[number]

const textIdSchema = z
  .string()
  .describe('first 32 hex digits of the SHA-256 of the article’s text: the same words, whoever prints them')

/**
 * A part of a reading, by the words of its text: position and quotation, as W3C’s Web Annotation selects text, so that it
 * is found in any later reading of the same words.
 */
export const partAnchorSchema = z
  .object({
    textId: textIdSchema,
    part: z.enum(reviewParts),
    head: spanSchema.describe('the word that makes it: the mention, the cue, the trigger of the event'),
    span: spanSchema.describe('all its words: the mention, the content (or the cue), the evidence'),
    words: z.string().describe('the words of the span, as they stand in the text'),
    type: z.string().nullable().describe('the type that it had; null for a statement'),
    actor: spanSchema
      .nullable()
      .default(null)
      .describe('who does it, of an event; the source, of a statement'),
    recipient: spanSchema.nullable().default(null),
  })
  .readonly()
  .meta({ id: 'PartAnchor' })
export type PartAnchor = z.infer<typeof partAnchorSchema>

/** A report of a claim, by the words of its article: a claim’s id changes, the words do not. */
export const reportAnchorSchema = z
  .object({
    textId: textIdSchema,
    kind: z.enum(['statement', 'event']),
    span: spanSchema,
    words: z.string(),
    source: z.string().nullable(),
    eventType: z.string().nullable(),
    actor: z.string().nullable(),
    recipient: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'ReportAnchor' })
export type ReportAnchor = z.infer<typeof reportAnchorSchema>

/** What a mention should be; what is left out stays as it is. */
export const saidOfMentionSchema = z
  .strictObject({
    span: spanSchema.optional(),
    type: z.enum(mentionTypes).optional(),
    entity: z.string().nullable().optional(),
  })
  .readonly()
  .meta({ id: 'SaidOfMention' })
export type SaidOfMention = z.infer<typeof saidOfMentionSchema>

/** What a statement should be; what is left out stays as it is. */
export const saidOfStatementSchema = z
  .strictObject({
    cue: spanSchema.optional(),
    source: spanSchema.nullable().optional().describe('null: nobody is named'),
    content: spanSchema.nullable().optional(),
    modality: modalitySchema.nullable().optional(),
  })
  .readonly()
  .meta({ id: 'SaidOfStatement' })
export type SaidOfStatement = z.infer<typeof saidOfStatementSchema>

/** What an event should be; what is left out stays as it is. */
export const saidOfEventSchema = z
  .strictObject({
    type: z.enum(eventTypes).optional(),
    evidence: spanSchema.optional(),
    trigger: spanSchema.optional(),
    actor: spanSchema.nullable().optional().describe('null: nobody is named'),
    recipient: spanSchema.nullable().optional(),
    where: spanSchema.nullable().optional(),
    when: z
      .strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() })
      .readonly()
      .nullable()
      .optional()
      .describe('first and last day; a null bound is open; null where nothing tells'),
    modality: modalitySchema.nullable().optional(),
  })
  .readonly()
  .meta({ id: 'SaidOfEvent' })
export type SaidOfEvent = z.infer<typeof saidOfEventSchema>

/** What is said of a part, by which part it is. */
export const saidSchema = z
  .strictObject({
    mention: saidOfMentionSchema.optional(),
    statement: saidOfStatementSchema.optional(),
    event: saidOfEventSchema.optional(),
  })
  .readonly()
  .describe('of the part that is corrected or added, and of no other')
export type Said = z.infer<typeof saidSchema>

const actShape = {
  id: z.string().describe('content address of the act'),
  at: z.iso.datetime().describe('when it was given, ISO 8601 in UTC'),
  by: z.string().describe('who gave it'),
  reason: z.string().nullable().describe('why, in their words'),
}

const textPairSchema = z.tuple([textIdSchema, textIdSchema]).readonly()

/** Admiralty letters (NATO AJP-2.1): A completely reliable to E unreliable, F cannot be judged. */
export const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const letterSchema = z.enum(letters)
export type Letter = z.infer<typeof letterSchema>

/** The number for a claim (NATO AJP-2.1): 1 confirmed to 5 improbable, 6 cannot be judged. */
export const claimGradeSchema = z.int().min(1).max(6)

const reportsShape = { reports: z.array(reportAnchorSchema).min(1).readonly() }

/**
 * One judgement, as it stands in the log: never edited, never deleted; a later act supersedes it, and `undo` takes its
 * effect away.
 *
 * `add` holds a part that the machine missed. `merge`: any of these reports tells what any of those tells; `split`: none
 * does, and those stay together. A letter of null takes the letter away, as a grade of null does.
 */
export const reviewActSchema = z
  .discriminatedUnion('kind', [
    z.object({ ...actShape, kind: z.enum(['accept', 'reject']), target: partAnchorSchema }),
    z.object({ ...actShape, kind: z.enum(['correct', 'add']), target: partAnchorSchema, said: saidSchema }),
    z.object({
      ...actShape,
      kind: z.enum(['accept-copy', 'reject-copy']),
      texts: textPairSchema.describe('of the two articles; of the original first'),
    }),
    z.object({
      ...actShape,
      kind: z.enum(['merge', 'split']),
      these: z.array(reportAnchorSchema).min(1).readonly(),
      those: z.array(reportAnchorSchema).min(1).readonly(),
    }),
    z.object({
      ...actShape,
      kind: z.literal('grade-origin'),
      name: z.string().describe('of an outlet, an agency, a person or a body'),
      letter: letterSchema.nullable(),
    }),
    z.object({
      ...actShape,
      kind: z.literal('grade-claim'),
      ...reportsShape,
      grade: claimGradeSchema.nullable(),
    }),
    z.object({ ...actShape, kind: z.literal('note'), ...reportsShape, words: z.string() }),
    z.object({ ...actShape, kind: z.literal('undo'), act: z.string().describe('id of the act undone') }),
  ])
  .meta({ id: 'ReviewAct' })
export type ReviewAct = z.infer<typeof reviewActSchema>
export type ReviewKind = ReviewAct['kind']

/** Every kind of act. */
export const reviewKinds = [
  'accept',
  'reject',
  'correct',
  'add',
  'accept-copy',
  'reject-copy',
  'merge',
  'split',
  'grade-origin',
  'grade-claim',
  'note',
  'undo',
] as const satisfies readonly ReviewKind[]

/** An act on a part of a reading. */
export type PartAct = Extract<ReviewAct, { target: PartAnchor }>
/** An act on whether reports tell one claim. */
export type PairAct = Extract<ReviewAct, { these: unknown }>
/** An act on a claim as a whole. */
export type ClaimAct = Extract<ReviewAct, { reports: unknown }>

export const isPartAct = (act: ReviewAct): act is PartAct => 'target' in act
export const isPairAct = (act: ReviewAct): act is PairAct => 'these' in act
export const isClaimAct = (act: ReviewAct): act is ClaimAct => 'reports' in act

const placedShape = {
  act: reviewActSchema,
  articleId: z.string().nullable().describe('the article at which it was given; null where it was none'),
  claimId: z
    .string()
    .nullable()
    .describe('the claim, by the id that it has now; by the one it had where nobody tells it any more'),
  title: z.string().nullable().describe('of the article, or the words of the claim'),
}

/** An act as the log lists it. */
export const loggedActSchema = z
  .object({
    ...placedShape,
    undoneBy: z.string().nullable().describe('id of the act that undid it; null where it holds'),
    undone: z
      .object(placedShape)
      .readonly()
      .nullable()
      .describe('of an `undo`, what it undid; null of others'),
  })
  .readonly()
  .meta({ id: 'LoggedAct' })
export type LoggedAct = z.infer<typeof loggedActSchema>

/** The ids of the texts that an act speaks of; none for a name. */
export function findTextIds(act: ReviewAct): string[] {
  const anchors = isPartAct(act)
    ? [act.target]
    : isPairAct(act)
      ? [...act.these, ...act.those]
      : isClaimAct(act)
        ? act.reports
        : []
  const ids =
    act.kind === 'accept-copy' || act.kind === 'reject-copy' ? act.texts : anchors.map(({ textId }) => textId)
  return [...new Set(ids)]
}
