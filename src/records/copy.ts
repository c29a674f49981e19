import { z } from 'zod'
import { spanSchema } from './span.ts'

/**
 * How one article is taken from another.
 *
 * `reprint`: the body is the other’s, but for cuts and small edits. `partial`: stretches of it beside own parts.
 * `own-update`: the same outlet’s earlier telling, taken on. `same-author`: one author’s words at two outlets,
 * neither an agency. All four are one origin; the first two are what a wire does.
 */
export const copyKinds = ['reprint', 'partial', 'own-update', 'same-author'] as const
export type CopyKind = (typeof copyKinds)[number]

/** Words that stand the same in both articles: `of` in the original’s text, `by` in the copy’s. */
export const sharedWordsSchema = z
  .object({ of: spanSchema, by: spanSchema })
  .readonly()
  .meta({ id: 'SharedWords' })
export type SharedWords = z.infer<typeof sharedWordsSchema>

/**
 * One sentence of a copy beside the original’s.
 *
 * `same`: the same words, whatever their marks and capitals. A sentence that was cut in two stands twice as `changed`.
 */
export const copySentenceSchema = z
  .object({
    change: z.enum(['same', 'changed', 'added', 'dropped']),
    of: spanSchema.nullable().describe('in the original’s text; null where the copy added the sentence'),
    by: spanSchema.nullable().describe('in the copy’s text; null where the copy dropped it'),
  })
  .readonly()
  .meta({ id: 'CopySentence' })
export type CopySentence = z.infer<typeof copySentenceSchema>

/** What says who took from whom. */
export const copyDirectionSchema = z
  .object({
    taken: z
      .enum(['from-of', 'from-common-source', 'unknown'])
      .describe(
        'from-of: `by` took its words from `of`; from-common-source: both took them from `source`, which may not be here; unknown: one from the other or both from a third',
      ),
    basis: z
      .enum(['credit', 'byline', 'dateline', 'agency', 'published'])
      .nullable()
      .describe(
        'credit, byline, dateline: what an article prints about itself; agency: one outlet is a news agency, whose trade it is to be reprinted; published: the earlier one; null when nothing tells',
      ),
    source: z
      .string()
      .nullable()
      .describe('the agency or outlet that is credited, by its full name: “Associated Press”'),
    articleId: z.string().nullable().describe('the article that prints the words below'),
    words: z.string().nullable().describe('the words that say so, as printed; for `published` the two dates'),
  })
  .readonly()
  .meta({ id: 'CopyDirection' })
export type CopyDirection = z.infer<typeof copyDirectionSchema>

/**
 * Two articles of which one is taken from the other, or both from a third, with the words that prove it.
 *
 * Speech in quotation marks, an outlet’s boilerplate and documents that both print prove nothing and are set aside.
 * Where the direction is not `from-of`, `of` is the one published earlier, or the lesser id: it claims nothing.
 */
export const copySchema = z
  .object({
    of: z.string().describe('id of the original'),
    by: z.string().describe('id of the copy'),
    kind: z.enum(copyKinds),
    share: z
      .number()
      .min(0)
      .max(1)
      .describe(
        'share of the copy’s own words (outside quotations and boilerplate) that stand in the original',
      ),
    shareOfOriginal: z.number().min(0).max(1).describe('the same the other way round'),
    words: z.int().nonnegative().describe('number of those words in the copy'),
    setAside: z
      .object({
        quoted: z.int().nonnegative().describe('shared words in quotations and documents that both print'),
        boilerplate: z.int().nonnegative().describe('shared words that the outlet prints under much else'),
      })
      .readonly()
      .describe('shared words that were not counted'),
    direction: copyDirectionSchema,
    sentences: z
      .array(copySentenceSchema)
      .readonly()
      .describe('every sentence of the copy in order, then those that it dropped'),
    basis: z
      .array(sharedWordsSchema)
      .readonly()
      .describe('the stretches that were counted, in order of the copy'),
  })
  .readonly()
  .meta({ id: 'Copy' })
export type Copy = z.infer<typeof copySchema>
