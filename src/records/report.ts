import { z } from 'zod'
import { countSchema, modalitySchema } from './reading.ts'
import { spanSchema } from './span.ts'

/**
 * What stands at one place of a chain.
 *
 * outlet: who printed the article; agency: a wire that it credits; person, body: somebody named; unnamed: “two
 * officials”; document: a court paper, a video, a tweet; own: nobody else, the outlet itself vouches.
 */
export const chainLinkKinds = ['outlet', 'agency', 'person', 'body', 'unnamed', 'document'] as const

/** One link of a chain, with the words of the article that show it. */
export const chainLinkSchema = z
  .object({
    kind: z.enum(chainLinkKinds),
    how: z
      .enum(['prints', 'credits', 'cites', 'says'])
      .describe(
        'prints: the outlet of the article; credits: a dateline, byline or credit line; cites: “X reported”, “according to X”; says: the source of a statement',
      ),
    name: z
      .string()
      .nullable()
      .describe(
        'the fullest name known: “Associated Press”; null for the unnamed and where nothing is known',
      ),
    words: z.string().nullable().describe('as the article names it: “two senior officials”'),
    span: spanSchema
      .nullable()
      .describe('where it does; null where the page and not the text says so: its outlet, its byline'),
    role: z.string().nullable().describe('what they are: “defence minister”'),
    country: z.string().nullable().describe('ISO 3166-1 alpha-3 of whom they act for'),
    code: z.string().nullable().describe('CAMEO actor code: RUSGOV'),
    institution: z
      .string()
      .nullable()
      .describe('whose mouth they are, folded: “pentagon” for its spokesman; null where nothing tells'),
    isStateRun: z.boolean().describe('an outlet or agency that a state runs'),
    family: z
      .string()
      .nullable()
      .describe(
        'the publisher’s family of an outlet or agency; of a document, that of the outlet which obtained it',
      ),
    quotes: z
      .array(z.string())
      .readonly()
      .describe('words that the article quotes from them, unmarked: what shows two unnamed ones to be one'),
  })
  .readonly()
  .meta({ id: 'ChainLink' })
export type ChainLink = z.infer<typeof chainLinkSchema>

/** How a report stands to the proposition that it tells. */
export const stances = ['asserts', 'attributes', 'denies', 'doubts', 'silent'] as const
export type Stance = (typeof stances)[number]

/** An analyst’s word that a report tells what others tell, or does not: an act of the review log that names it. */
export const bondSchema = z
  .object({
    act: z.string().describe('id of the act'),
    at: z.string().describe('when it was given: the latest word on two reports holds'),
    relation: z
      .enum(['same', 'apart'])
      .describe(
        'same: with any report of the other side; apart: with none of them, and those that stay stay together',
      ),
    side: z.enum(['these', 'those']),
  })
  .readonly()
  .meta({ id: 'Bond' })
export type Bond = z.infer<typeof bondSchema>

/** One article’s telling of one claim, with the words that tell it. */
export const reportSchema = z
  .object({
    id: z
      .string()
      .describe(
        'address of the article, the kind and the word that makes it (its cue or trigger): a review leaves it as it is',
      ),
    articleId: z.string(),
    readingId: z.string(),
    title: z.string().nullable().default(null).describe('of the article'),
    outlet: z.string().nullable(),
    reliability: z
      .string()
      .nullable()
      .default(null)
      .describe('the analyst’s Admiralty letter for the outlet, A to F, by their own table; null for none'),
    publishedAt: z.string().nullable(),
    addedAt: z
      .string()
      .nullable()
      .default(null)
      .describe(
        'when the page was first seen to say so, where an earlier version of it did not; told of one claim, never in lists',
      ),
    kind: z.enum(['statement', 'event']),
    ordinal: z.int().nonnegative().describe('index in the reading’s statements or events'),
    within: z
      .int()
      .nonnegative()
      .nullable()
      .default(null)
      .describe('index of the statement that relays this one, or reports this event'),
    source: z
      .string()
      .nullable()
      .describe('who says so, as the article names them; null in the outlet’s own voice'),
    sourceEntity: z
      .string()
      .nullable()
      .default(null)
      .describe('who that is, by the fullest name in the article'),
    relayed: z
      .string()
      .nullable()
      .default(null)
      .describe(
        'who says what the source relays, by the fullest name: Veresk, of the agency’s “Veresk said that …”; null where it relays nobody',
      ),
    proposition: z.string().describe('the words of the claim'),
    modality: modalitySchema.nullable(),
    stance: z
      .enum(stances)
      .default('asserts')
      .describe(
        'asserts: in the outlet’s own voice; attributes: somebody is said to say so; denies: somebody is said to deny it, or the outlet does; doubts: somebody is said to doubt it, which is neither a yes nor a no; silent: asked, nothing was said',
      ),
    chain: z
      .array(chainLinkSchema)
      .readonly()
      .default([])
      .describe('from the outlet that printed the words to the one they finally rest on'),
    together: z
      .array(chainLinkSchema)
      .readonly()
      .default([])
      .describe('who says it beside the last link: France in “Britain and France said”'),
    eventType: z.string().nullable().default(null).describe('PLOVER type, of an event'),
    actor: z.string().nullable().default(null).describe('who did it, by the fullest name; code where none'),
    recipient: z.string().nullable().default(null),
    day: z
      .object({ from: z.string().nullable(), to: z.string().nullable() })
      .readonly()
      .nullable()
      .default(null)
      .describe('when it happened or was said, as days; a null bound is open'),
    place: z
      .string()
      .nullable()
      .default(null)
      .describe('where it happened, by the fullest name that the article gives the place'),
    counts: z.array(countSchema).readonly().default([]).describe('the numbers that it gives'),
    bonds: z.array(bondSchema).readonly().default([]).describe('what analysts said of whom it agrees with'),
    span: spanSchema.default({ start: 0, end: 0 }).describe('the words of the proposition, first to last'),
    sentence: spanSchema.describe('the sentence that holds the words'),
    sentenceText: z.string(),
  })
  .readonly()
  .meta({ id: 'Report' })
export type Report = z.infer<typeof reportSchema>
