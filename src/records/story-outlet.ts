import { z } from 'zod'
import { claimSummarySchema } from './claim-summary.ts'
import { spanSchema } from './span.ts'

/**
 * In whose voice words stand. `unattributed`: the outlet’s, unless we missed who is said to say so; `attributed`: in what
 * somebody is reported to have said, in the outlet’s words; `quoted`: within quotation marks.
 */
export const voices = ['unattributed', 'attributed', 'quoted'] as const
export type Voice = (typeof voices)[number]

/** A word that takes a side, where it stands and in whose voice: a mark for the reader, never a grade of the outlet. */
export const loadedTellingSchema = z
  .object({
    articleId: z.string(),
    span: spanSchema,
    words: z.string().describe('as printed'),
    plainer: z.string().nullable().describe('“leader” for “strongman”; null where there is none'),
    voice: z.enum(voices),
    source: z.string().nullable().describe('whose words they are said to be; null where nobody is named'),
    sentence: spanSchema,
    sentenceText: z.string(),
  })
  .readonly()
  .meta({ id: 'LoadedTelling' })
export type LoadedTelling = z.infer<typeof loadedTellingSchema>

const toldClaimSchema = claimSummarySchema
  .unwrap()
  .pick({ id: true, kind: true, proposition: true, source: true, sourceEntity: true })
  .readonly()

/** A claim that no other outlet of the story tells in words of its own. */
export const aloneSchema = z
  .object({
    claim: toldClaimSchema,
    articleId: z.string().describe('the article that tells it'),
    ordinal: z.int().nonnegative().describe('index in that article’s statements or events'),
    copiedBy: z.array(z.string()).readonly().describe('outlets of the story that took it over'),
    elsewhere: z.int().nonnegative().describe('outlets that tell it and are not in the story'),
  })
  .readonly()
  .meta({ id: 'ToldAlone' })

/** A claim that most of the others tell and this outlet does not. */
export const lackSchema = z
  .object({
    claim: toldClaimSchema,
    toldBy: z.array(z.string()).readonly().describe('the outlets that tell it in words of their own'),
  })
  .readonly()
  .meta({ id: 'ToldByOthers' })

/**
 * What one outlet has of a story that the others have not, and the other way round.
 *
 * From what was read: that a claim was not found in an article does not prove that the article does not hold it.
 */
export const storyOutletSchema = z
  .object({
    outlet: z.string().nullable().describe('null for the articles that name none'),
    articles: z.array(z.string()).readonly().describe('ids, the earliest first'),
    isCopy: z
      .boolean()
      .describe('nothing but copies of other articles of the story; its claims count for nobody’s lack'),
    claims: z.int().nonnegative().describe('how many of the story’s claims it tells, copied ones among them'),
    alone: z.array(aloneSchema).readonly().describe('in the order of its text'),
    lacks: z
      .array(lackSchema)
      .readonly()
      .describe(
        'claims that at least two, and more than half, of the other outlets tell which are no mere copies; those of most outlets first',
      ),
    loaded: z
      .array(loadedTellingSchema)
      .readonly()
      .describe('loaded words of its articles; of a copy only those that the original has not'),
  })
  .readonly()
  .meta({ id: 'StoryOutlet' })
export type StoryOutlet = z.infer<typeof storyOutletSchema>
