import { z } from 'zod'
import { spanSchema } from './span.ts'

/** Words of one version: where they stand in the text of its article, and the words themselves. */
export const changedWordsSchema = z
  .object({ span: spanSchema, text: z.string() })
  .readonly()
  .meta({ id: 'ChangedWords' })

/** Words that were put in the place of others; an empty span where there are none, at the place where they would stand. */
export const wordEditSchema = z
  .object({
    before: spanSchema.describe('in the text of the earlier article'),
    after: spanSchema.describe('in the text of the later article'),
  })
  .readonly()
  .meta({ id: 'WordEdit' })
export type WordEdit = z.infer<typeof wordEditSchema>

/**
 * A sentence that is not as it was; several in a row where an editor cut one in two, or joined two.
 *
 * `moved` stands elsewhere in the same words; one that was moved and changed is `changed`.
 */
export const sentenceChangeSchema = z
  .object({
    change: z.enum(['added', 'removed', 'changed', 'moved']),
    before: changedWordsSchema.nullable().describe('null where it was added'),
    after: changedWordsSchema.nullable().describe('null where it was removed'),
    edits: z.array(wordEditSchema).readonly().describe('of a `changed` one, in order; empty for the others'),
    isTrivial: z
      .boolean()
      .describe('spaces, capitals, the kind of quotation marks or dashes, commas and stops: no other word'),
  })
  .readonly()
  .meta({ id: 'SentenceChange' })
export type SentenceChange = z.infer<typeof sentenceChangeSchema>

export const changedFields = ['title', 'byline', 'published', 'modified'] as const

/** What the page says of itself and said otherwise before. */
export const fieldChangeSchema = z
  .object({
    field: z.enum(changedFields),
    before: z.string().nullable(),
    after: z.string().nullable(),
    isTrivial: z.boolean(),
  })
  .readonly()
  .meta({ id: 'FieldChange' })
export type FieldChange = z.infer<typeof fieldChangeSchema>

/** In what a statement or an event was altered. `words`: in none of the others, yet in other words. */
export const alteredAspects = [
  'source',
  'cue',
  'modality',
  'hedge-dropped',
  'hedge-added',
  'condition',
  'figure',
  'name',
  'actor',
  'recipient',
  'day',
  'place',
  'words',
] as const

export const alterationSchema = z
  .object({
    aspect: z.enum(alteredAspects),
    before: z.string().nullable().describe('the words, or the modality; null where there was nothing'),
    after: z.string().nullable(),
    beforeSpan: spanSchema.nullable().describe('the words that show it, in the text of the earlier article'),
    afterSpan: spanSchema.nullable(),
  })
  .readonly()
  .meta({ id: 'Alteration' })
export type Alteration = z.infer<typeof alterationSchema>

/** One side of a statement or an event that changed. */
export const toldSideSchema = z
  .object({
    ordinal: z.int().nonnegative().describe('index in the reading’s statements or events'),
    source: z.string().nullable().describe('who says so, as the article names them'),
    proposition: z.string().describe('the words of what is said or happened; empty where there are none'),
    modality: z.string().nullable(),
    span: spanSchema.describe('from the first of its words to the last'),
  })
  .readonly()
  .meta({ id: 'ToldSide' })
export type ToldSide = z.infer<typeof toldSideSchema>

/** A statement or an event that a page tells otherwise than before, no longer, or now for the first time. */
export const toldChangeSchema = z
  .object({
    kind: z.enum(['statement', 'event']),
    change: z.enum(['added', 'removed', 'altered']),
    before: toldSideSchema.nullable(),
    after: toldSideSchema.nullable(),
    alterations: z.array(alterationSchema).readonly().describe('of an `altered` one; empty for the others'),
  })
  .readonly()
  .meta({ id: 'ToldChange' })
export type ToldChange = z.infer<typeof toldChangeSchema>

/**
 * Whether a page says that it was changed. `correction`: it says that something was wrong; `update`: it says that it was
 * changed; `time`: no more than the time in its data, which many sites move by themselves; `none`.
 */
export const admissions = ['correction', 'update', 'time', 'none'] as const

export const admissionSchema = z
  .object({
    kind: z.enum(admissions),
    words: z.string().nullable().describe('the words that say so, as printed; the time for `time`'),
    span: spanSchema
      .nullable()
      .describe('where they stand in the later text; null where they stand beside it on the page'),
  })
  .readonly()
  .meta({ id: 'Admission' })
export type Admission = z.infer<typeof admissionSchema>

/** How one version of a page differs from the one before it. */
export const versionDifferenceSchema = z
  .object({
    isTrivial: z.boolean().describe('nothing but trivial changes, or the time of modification alone'),
    isAdmitted: z.boolean().describe('words on the page say so: `correction` or `update`'),
    admission: admissionSchema,
    fields: z.array(fieldChangeSchema).readonly(),
    sentences: z
      .array(sentenceChangeSchema)
      .readonly()
      .describe('in the order of the later text, what was removed where it stood'),
    sameSentences: z.int().nonnegative().describe('sentences that stand as they were'),
    told: z
      .array(toldChangeSchema)
      .readonly()
      .describe(
        'statements, then events, in the order of the later text; none where a version was never read',
      ),
    isComparable: z
      .boolean()
      .describe(
        'both texts were taken out by the same rules, and neither is the other up to a wall; if not, that may be what changed',
      ),
  })
  .readonly()
  .meta({ id: 'VersionDifference' })
export type VersionDifference = z.infer<typeof versionDifferenceSchema>

const changeSideSchema = z
  .object({
    n: z.int().positive().describe('the version’s number'),
    articleId: z.string(),
    where: z.string().describe('what gave it'),
    at: z
      .string()
      .describe('ISO 8601 in UTC: of the earlier version its last collect, of the later its first'),
  })
  .readonly()

/** One change of one page: between which collects, and what. */
export const pageChangeSchema = versionDifferenceSchema
  .unwrap()
  .extend({
    id: z.string(),
    pageId: z.string(),
    address: z.string(),
    outlet: z.string().nullable(),
    title: z.string().nullable().describe('of the later version'),
    before: changeSideSchema,
    after: changeSideSchema,
  })
  .readonly()
  .meta({ id: 'PageChange' })
export type PageChange = z.infer<typeof pageChangeSchema>
