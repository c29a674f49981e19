import { z } from 'zod'
import { eventTypes } from './event-types.ts'
import { modalities } from './modalities.ts'
import { problemSchema } from './problem.ts'
import { readingModes } from './reading-modes.ts'
import { spanSchema } from './span.ts'

export { eventTypes, modalities, readingModes }

const spanShape = { start: z.int().nonnegative(), end: z.int().nonnegative() }

/** How an article is read: `full` with the trained networks, `fast` with rules and a small greedy parser. */
export type ReadingMode = (typeof readingModes)[number]

/**
 * One token, by the conventions of Universal Dependencies: “don’t” is two, “U.S.” is one.
 *
 * The defaults stand in readings that were stored before sentences were parsed.
 */
export const tokenSchema = z
  .object({
    ...spanShape,
    lemma: z.string().default(''),
    upos: z.string().default('X').describe('part of speech (Universal Dependencies): NOUN'),
    features: z
      .string()
      .nullable()
      .default(null)
      .describe('morphological features as CoNLL-U writes them: Number=Sing|Person=3'),
    head: z
      .int()
      .min(-1)
      .default(-1)
      .describe('index in the sentence of the token that this one depends on; -1 for the root'),
    deprel: z.string().default('dep').describe('relation to the head (Universal Dependencies): nsubj:pass'),
  })
  .readonly()
  .meta({ id: 'Token' })
export type Token = z.infer<typeof tokenSchema>

export const sentenceSchema = z
  .object({ ...spanShape, tokens: z.array(tokenSchema).readonly() })
  .readonly()
  .meta({ id: 'Sentence' })
export type Sentence = z.infer<typeof sentenceSchema>

/** Our extractor’s own probability of being right, calibrated; never the source’s hedge. */
const confidenceSchema = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .default(null)
  .describe('calibrated probability that this was read right; null where rules alone found it')

export const mentionTypes = ['PER', 'ORG', 'GPE', 'LOC', 'MISC'] as const

/** Words that name something. */
export const mentionSchema = z
  .object({
    ...spanShape,
    type: z.enum(mentionTypes).describe('GPE: a place that acts (country, city); LOC: a place that does not'),
    entity: z
      .string()
      .nullable()
      .describe('what is named, by the fullest name that the article or the gazetteer gives it'),
    role: spanSchema
      .nullable()
      .default(null)
      .describe('what the person is, where the words stand beside the name: “US Deputy Secretary of Energy”'),
    confidence: confidenceSchema,
  })
  .readonly()
  .meta({ id: 'Mention' })
export type Mention = z.infer<typeof mentionSchema>

/** Words that stand for a mention elsewhere in the article: “she”, “the envoy”, the “his” of “his office”. */
export const referenceSchema = z
  .object({
    ...spanShape,
    kind: z
      .enum(['pronoun', 'possessive', 'description'])
      .describe('“she”; the “his” of “his office”; “the envoy”'),
    mention: z.int().nonnegative().describe('index of the mention that is meant'),
  })
  .readonly()
  .meta({ id: 'Reference' })
export type Reference = z.infer<typeof referenceSchema>

/** Who somebody is: “VEN GOV DIP”, as of the day of the article, and every place in the text that means them. */
export const actorSchema = z
  .object({
    kind: z
      .enum(['person', 'body', 'country', 'outlet', 'group', 'unnamed'])
      .describe('unnamed: “two officials familiar with the matter”; group: protesters, rebels, a people'),
    name: z
      .string()
      .nullable()
      .describe('the fullest name that the gazetteer or the article gives; null for the unnamed'),
    role: z
      .string()
      .nullable()
      .describe('what they are, in the article’s words or the gazetteer’s: “president”'),
    country: z
      .string()
      .nullable()
      .describe('ISO 3166-1 alpha-3 of whom they act for, never of where they are'),
    code: z.string().nullable().describe('CAMEO actor code, three letters a part: BLRGOV, VENGOVDIP'),
    wikidata: z.string().nullable().describe('Q-number, where known'),
    count: z
      .object({ min: z.int().nonnegative(), max: z.int().nonnegative().nullable() })
      .readonly()
      .nullable()
      .describe('how many they are, where the words say so: “two officials”'),
    basis: z
      .enum(['gazetteer', 'article', 'both'])
      .describe('what says so: our tables, the article’s own words, or one of them for each part'),
    spans: z.array(spanSchema).readonly().describe('the words that mean them, in order of the text'),
  })
  .readonly()
  .meta({ id: 'Actor' })
export type Actor = z.infer<typeof actorSchema>

const actorIndexSchema = z
  .int()
  .nonnegative()
  .nullable()
  .default(null)
  .describe('index of the actor in the reading; null where the words tell nobody')

/** TIMEX3’s modifiers (TimeML 1.2.1), as far as they are read. */
export const timeMods = [
  'START',
  'MID',
  'END',
  'APPROX',
  'MORE_THAN',
  'LESS_THAN',
  'EQUAL_OR_MORE',
  'EQUAL_OR_LESS',
] as const

/** An expression of time (TIMEX3, ISO 24617-1), placed against the day the article was published. */
export const timeSchema = z
  .object({
    ...spanShape,
    type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
    timex: z
      .string()
      .nullable()
      .describe('TIMEX3 value: 2025-11-27, P17D, PRESENT_REF; X for what is not known; a range has a slash'),
    mod: z
      .enum(timeMods)
      .nullable()
      .default(null)
      .describe('what qualifies it (TIMEX3): START for “early 2024”, MORE_THAN for “more than two years”'),
    from: z.string().nullable().describe('first day, ISO 8601; null when it cannot be placed'),
    to: z.string().nullable().describe('last day, inclusive'),
    anchor: z
      .int()
      .nonnegative()
      .nullable()
      .default(null)
      .describe(
        'index of the earlier time that it counts from: “two days later”; null for the article’s day',
      ),
  })
  .readonly()
  .meta({ id: 'Time' })
export type Time = z.infer<typeof timeSchema>

/** When something happened or was said, as a stretch of days. */
const whenSchema = z
  .object({
    from: z.string().nullable(),
    to: z.string().nullable(),
    precision: z.enum(['day', 'week', 'month', 'year', 'interval']),
    basis: z
      .enum(['said', 'tense', 'article'])
      .default('said')
      .describe(
        'said: an expression of time in its clause; tense: before or after the article’s day, by its verb; article: another sentence tells its day',
      ),
    time: z.int().nonnegative().nullable().default(null).describe('index of the time that says so'),
  })
  .readonly()
  .nullable()
  .describe('null where nothing tells; a null bound is open')

export const modalitySchema = z.enum(modalities).meta({ id: 'Modality' })
/**
 * How the text presents a proposition: as the source’s or the outlet’s own hedge, never our confidence.
 *
 * `reported`: plainly asserted, by somebody other than the outlet. `fact`: in the outlet’s own voice.
 */
export type Modality = z.infer<typeof modalitySchema>

/**
 * Who is said to have said what: source, cue and content after PARC 3.0 and PolNeAR (Newell et al. 2018).
 *
 * `content` runs from the first word of what is attributed to its last; where the cue stands in the middle
 * (“A,” he said, “B.”) `contentParts` holds the pieces and `content` covers them all.
 */
export const statementSchema = z
  .object({
    source: spanSchema.nullable().describe('null when nobody is named: “reportedly”'),
    cue: spanSchema,
    content: spanSchema
      .nullable()
      .describe('null when there are no words to point at: “declined to comment”'),
    contentParts: z.array(spanSchema).readonly(),
    kind: z.enum(['direct', 'indirect', 'mixed']).describe('mixed: quoted words inside reported speech'),
    via: spanSchema.nullable().describe('who relays this source: Belta in “according to Belta, he said”'),
    nestedIn: z
      .int()
      .nonnegative()
      .nullable()
      .describe('index of the relaying statement; follow it for the whole chain'),
    modality: modalitySchema.nullable(),
    condition: spanSchema.nullable().describe('“if he were granted amnesty”'),
    sentence: z.int().nonnegative().describe('index of the sentence that holds the cue'),
    sourceEntity: z
      .string()
      .nullable()
      .default(null)
      .describe('who the source is, by the fullest name in the article; null where the words are no name'),
    sourceActor: actorIndexSchema,
    addressee: spanSchema
      .nullable()
      .default(null)
      .describe('whom the source told: “President Trump”, “reporters”'),
    addresseeActor: actorIndexSchema,
    when: whenSchema.default(null).describe('when it was said, where its own clause says so'),
    confidence: confidenceSchema,
  })
  .readonly()
  .meta({ id: 'Statement' })
export type Statement = z.infer<typeof statementSchema>

/** One who takes part in an event. */
export const participantSchema = z
  .object({
    ...spanShape,
    entity: z.string().nullable(),
    country: z.string().nullable().describe('ISO 3166-1 alpha-3'),
    code: z.string().nullable().describe('CAMEO actor code: BLRGOV'),
    actor: actorIndexSchema,
  })
  .readonly()
  .meta({ id: 'Participant' })
export type Participant = z.infer<typeof participantSchema>

/** A number that an event gives, as a range: “at least 12 killed”, “about 3,000 troops”. */
export const countSchema = z
  .object({
    ...spanShape,
    of: z.enum([
      'killed',
      'injured',
      'arrested',
      'displaced',
      'missing',
      'troops',
      'protesters',
      'money',
      'other',
    ]),
    min: z.number().nullable().describe('null where the words give no lower bound: “up to 40”'),
    max: z.number().nullable().describe('null where the words give no upper bound: “at least 12”'),
    unit: z.string().nullable().describe('ISO 4217 for money; else the noun that is counted'),
    isApproximate: z.boolean().describe('“about”, “some”, “nearly”'),
  })
  .readonly()
  .meta({ id: 'Count' })
export type Count = z.infer<typeof countSchema>

/** PLOVER’s auxiliary modes: how the event stands to what is. */
export const auxiliaryModes = ['historical', 'future', 'hypothetical', 'negation'] as const

/** Who did what to whom. */
export const eventSchema = z
  .object({
    type: z.enum(eventTypes),
    mode: z.string().nullable().describe('PLOVER mode, in lower case: “meet”, “visit”'),
    cameo: z.string().nullable().describe('CAMEO code, two to four digits'),
    quadClass: z
      .int()
      .min(1)
      .max(4)
      .nullable()
      .default(null)
      .describe('1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict'),
    goldstein: z.number().nullable().default(null).describe('Goldstein value of the CAMEO code, -10 to 10'),
    contexts: z
      .array(z.string())
      .readonly()
      .default([])
      .describe('PLOVER contexts: military, economic, legal'),
    auxiliaries: z.array(z.enum(auxiliaryModes)).readonly().default([]),
    actor: participantSchema.nullable(),
    recipient: participantSchema.nullable(),
    when: whenSchema,
    where: spanSchema.nullable(),
    modality: modalitySchema.nullable(),
    condition: spanSchema.nullable(),
    statement: z.int().nonnegative().nullable().describe('index of the statement that reports it'),
    trigger: spanSchema
      .nullable()
      .default(null)
      .describe('the word that names what happened: “met”, “talks”'),
    instrument: spanSchema.nullable().default(null).describe('“with drones”, “a $2 billion loan”'),
    counts: z.array(countSchema).readonly().default([]),
    evidence: z.array(spanSchema).readonly().describe('the words that say so, in order'),
  })
  .readonly()
  .meta({ id: 'Event' })
export type Event = z.infer<typeof eventSchema>

/** A word that takes a side, and a plainer one: a mark for the reader of the words, never a grade of the outlet. */
export const loadedWordSchema = z
  .object({
    ...spanShape,
    plainer: z.string().nullable().describe('“leader” for “strongman”; null where there is none'),
  })
  .readonly()
  .meta({ id: 'LoadedWord' })
export type LoadedWord = z.infer<typeof loadedWordSchema>

/** A key a part, in their order. */
export const partKeysSchema = z
  .object({ statements: z.array(z.string()).readonly(), events: z.array(z.string()).readonly() })
  .readonly()
export type PartKeys = z.infer<typeof partKeysSchema>

/**
 * What was read in one article: annotations only, every one pointing at words of `Article.text`.
 *
 * Each list is in order of the text.
 */
export const readingSchema = z
  .object({
    mode: z.enum(readingModes).default('fast'),
    stages: z.array(z.string()).readonly().describe('`name@version` of every stage that ran, in order'),
    sentences: z.array(sentenceSchema).readonly(),
    mentions: z.array(mentionSchema).readonly(),
    references: z.array(referenceSchema).readonly().default([]),
    actors: z.array(actorSchema).readonly().default([]),
    times: z.array(timeSchema).readonly(),
    statements: z.array(statementSchema).readonly(),
    events: z.array(eventSchema).readonly(),
    loadedWords: z.array(loadedWordSchema).readonly().default([]),
    problems: z.array(problemSchema).readonly(),
    partKeys: partKeysSchema
      .optional()
      .describe(
        'of a reviewed reading: what each statement and event was known by before, so that no review changes the id of what it leaves',
      ),
  })
  .readonly()
  .meta({ id: 'Reading' })
export type Reading = z.infer<typeof readingSchema>

/** @throws {z.ZodError} when the value is no reading. */
export const parseReading = (value: unknown): Reading => readingSchema.parse(value)
