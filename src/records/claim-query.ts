import { z } from 'zod'
import { modalitySchema } from './reading.ts'

const namesSchema = z.array(z.string().min(1).max(500)).max(100).readonly().default([])

const daySchema = z.iso.date()

/** What a claim must have, or must not: within one list any of it, and of every list that is not empty. */
const listsShape = {
  actors: namesSchema.describe(
    'who did it, to whom, or who says so: words of the name, as they follow each other',
  ),
  sources: namesSchema.describe('who says so'),
  outlets: namesSchema.describe('who printed it'),
  types: namesSchema.describe('PLOVER types of what happened: CONSULT'),
  modalities: z.array(modalitySchema).readonly().default([]).describe('how it is said in one of its reports'),
  places: namesSchema.describe('where it happened'),
}

const nothing = { actors: [], sources: [], outlets: [], types: [], modalities: [], places: [] }

/** What chooses claims; one that says nothing chooses all. */
export const claimQuerySchema = z
  .strictObject({
    words: z
      .string()
      .max(2000)
      .default('')
      .describe(
        'words of what is said or who says it, in any form; "in quotation marks" together, `or`, `-not`',
      ),
    ...listsShape,
    not: z.strictObject(listsShape).readonly().default(nothing).describe('what it must have nothing of'),
    minOrigins: z
      .int()
      .min(0)
      .max(1_000_000)
      .nullable()
      .default(null)
      .describe('at least so many origins stand behind it independently'),
    after: daySchema.nullable().default(null).describe('a report was published on this day (UTC) or later'),
    before: daySchema.nullable().default(null).describe('a report was published before this day (UTC)'),
    kind: z.enum(['statement', 'event']).nullable().default(null),
    isDisputed: z
      .boolean()
      .nullable()
      .default(null)
      .describe('something stands against something on it, or nothing does'),
  })
  .readonly()
  .meta({ id: 'ClaimQuery' })
export type ClaimQuery = z.infer<typeof claimQuerySchema>

/** The lists of a query, each of which names a kind of facet. */
export type ClaimQueryList = keyof typeof listsShape

/** Chooses every claim. */
export const allClaims: ClaimQuery = claimQuerySchema.parse({})
