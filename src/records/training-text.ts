import { z } from 'zod'
import { eventSchema, mentionSchema, statementSchema } from './reading.ts'
import { reviewActSchema } from './review.ts'

const annotationSchema = z
  .object({
    stages: z.array(z.string()).readonly(),
    mentions: z.array(mentionSchema).readonly(),
    statements: z.array(statementSchema).readonly(),
    events: z.array(eventSchema).readonly(),
  })
  .readonly()

/**
 * One text with what the machine read in it and what people made of that: a line of training data.
 *
 * The words are the outlet’s and the annotation is its makers’: `licence` is what the page declares of the words, and null
 * says that nothing allows their being passed on.
 */
export const trainingTextSchema = z
  .object({
    textId: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    publishedAt: z.string().nullable(),
    language: z.string().nullable(),
    licence: z.string().nullable().describe('of the text, as the page declares it'),
    text: z.string().describe('spans count its UTF-16 code units'),
    machine: annotationSchema.describe('as it was read; its indexes are its own'),
    reviewed: annotationSchema.describe('the same as people have it'),
    acts: z
      .array(reviewActSchema)
      .readonly()
      .describe('who said what and when, the earliest first: what no act speaks of nobody has looked at'),
  })
  .readonly()
  .meta({ id: 'TrainingText' })
export type TrainingText = z.infer<typeof trainingTextSchema>
