import { z } from 'zod'

/** A statement of which the reader is not sure: what is most worth a look. */
export const unsureStatementSchema = z
  .object({
    articleId: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    ordinal: z.int().nonnegative().describe('index in the article’s current reading'),
    source: z.string().nullable(),
    cue: z.string(),
    proposition: z.string().nullable().describe('null where it has no words'),
    confidence: z.number().min(0).max(1),
  })
  .readonly()
  .meta({ id: 'UnsureStatement' })
export type UnsureStatement = z.infer<typeof unsureStatementSchema>
