import { z } from 'zod'
import { originKinds } from './origin.ts'
import { partNames } from './part.ts'
import { actorSchema, modalitySchema } from './reading.ts'
import { stances } from './report.ts'
import { spanSchema } from './span.ts'

const count = (what: string) => z.int().nonnegative().describe(what)
const instant = (what: string) =>
  z.string().nullable().describe(`${what}, ISO 8601 in UTC; null where undated`)

/**
 * Everybody of one name across the ledger, as a row of a list.
 *
 * A name is one row, also where two people bear it: `ActorProfile.senses` tells them apart where anything does.
 */
export const actorSummarySchema = z
  .object({
    key: z.string().describe('the name folded: no capitals, accents or marks'),
    name: z.string().describe('as most articles have it'),
    kind: actorSchema.unwrap().shape.kind.describe('as most articles have it'),
    country: z.string().nullable().describe('ISO 3166-1 alpha-3, as most articles have it'),
    role: z.string().nullable().describe('by the latest article that tells one'),
    wikidata: z.string().nullable().describe('Q-number'),
    articles: count('that name them'),
    statements: count('claims that they are said to make, each once however many outlets print it'),
    events: count('claims of events in which they act or are acted upon, each once'),
    outlets: count('that quote or cite them'),
    origins: count(
      'different independent origins behind all claims that they make or that tell of them, themselves among them',
    ),
    lastAt: instant('when the latest article that names them was published'),
  })
  .readonly()
  .meta({ id: 'ActorSummary' })
export type ActorSummary = z.infer<typeof actorSummarySchema>

/** What articles take a name for. Two senses that differ in country or number may be two people. */
export const actorSenseSchema = z
  .object({
    kind: actorSchema.unwrap().shape.kind,
    country: z.string().nullable(),
    wikidata: z.string().nullable(),
    articles: count('that take the name so'),
    firstAt: instant('the earliest of them'),
    lastAt: instant('the latest of them'),
  })
  .readonly()
  .meta({ id: 'ActorSense' })

/** What articles call somebody, and when. */
export const actorRoleSchema = z
  .object({
    role: z.string(),
    basis: actorSchema
      .unwrap()
      .shape.basis.describe('article: its own words; gazetteer: our tables; both: each told a part of it'),
    articles: count('that call them so'),
    outlets: count('of these articles'),
    firstAt: instant('the earliest of them'),
    lastAt: instant('the latest of them'),
    articleId: z.string().describe('the earliest of them'),
  })
  .readonly()
  .meta({ id: 'ActorRole' })

/** What a table of ours, or of the analyst’s, knows of a name: one term in one role. */
export const knownTermSchema = z
  .object({
    name: z.string(),
    role: z.string().nullable(),
    country: z.string().nullable().describe('ISO 3166-1 alpha-3'),
    from: z.string().nullable().describe('first day, ISO 8601; null where open or not known'),
    to: z.string().nullable().describe('last day'),
    wikidata: z.string().nullable(),
    source: z.string().nullable().describe('where the row comes from: own, REIGN, CAMEO'),
    asOf: z.string().nullable().describe('the month until which the table knows it'),
    table: z.string().describe('the file'),
  })
  .readonly()
  .meta({ id: 'KnownTerm' })
export type KnownTerm = z.infer<typeof knownTermSchema>

/** With whom somebody is told to have done what: one other, one type of event, one direction. */
export const relationSchema = z
  .object({
    direction: z.enum(['does', 'receives']).describe('does: they did it; receives: it was done to them'),
    otherKey: z.string().nullable().describe('null where the other is not named, or there is none'),
    otherName: z.string().nullable(),
    eventType: z.string().describe('PLOVER type'),
    claims: count('events told as having happened, each once however many outlets print it'),
    notSo: count('events told as planned, conditional, asked, denied or negated'),
    origins: count('different independent origins behind all of them'),
    originNames: z.array(z.string()).readonly().describe('of up to three of these origins'),
    lastAt: instant('when the latest report of one was published'),
  })
  .readonly()
  .meta({ id: 'ActorRelation' })
export type Relation = z.infer<typeof relationSchema>

/** An independent origin, with how many claims that tell of somebody rest on it. */
export const actorOriginSchema = z
  .object({
    kind: z.enum(originKinds),
    name: z.string().nullable(),
    claims: count('that rest on it'),
  })
  .readonly()
  .meta({ id: 'ActorOrigin' })

/** Everything that is counted of a name. */
export const actorProfileSchema = z
  .object({
    ...actorSummarySchema.unwrap().shape,
    denials: count('claims in which they deny something'),
    unanswered: count('claims, or questions, about which they were asked and said nothing'),
    about: count('claims in which others speak of them'),
    senses: z.array(actorSenseSchema).readonly().describe('that of most articles first'),
    isAmbiguous: z
      .boolean()
      .describe('articles give the name different countries or Wikidata numbers: two may bear it'),
    roles: z.array(actorRoleSchema).readonly().describe('that of most articles first, 50 at most'),
    terms: z.array(knownTermSchema).readonly().describe('in order of time; empty for who is in no table'),
    timeline: z
      .object({
        unit: z.enum(['day', 'month']),
        bars: z
          .array(
            z
              .object({
                at: z.string().describe('the day or the month, ISO 8601, in UTC'),
                modality: modalitySchema.nullable(),
                claims: count('first told then'),
              })
              .readonly(),
          )
          .readonly(),
      })
      .readonly()
      .describe('their dated statements by when each was first told; by day within 62 days, else by month'),
    relations: z.array(relationSchema).readonly().describe('that of most origins first, 100 at most'),
    topOrigins: z.array(actorOriginSchema).readonly().describe('that of most claims first, 20 at most'),
  })
  .readonly()
  .meta({ id: 'ActorProfile' })
export type ActorProfile = z.infer<typeof actorProfileSchema>

/** One statement or event in which somebody has a part, with its words. */
export const actorLineSchema = z
  .object({
    articleId: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    publishedAt: z.string().nullable().describe('as exact as the article tells it'),
    kind: z.enum(['statement', 'event']),
    ordinal: z.int().nonnegative().describe('index in the reading’s statements or events'),
    part: z.enum(partNames),
    modality: modalitySchema.nullable(),
    stance: z.enum(stances),
    source: z.string().nullable().describe('who says so, in the article’s words'),
    sourceEntity: z.string().nullable(),
    sentenceText: z.string(),
    words: spanSchema
      .nullable()
      .describe('what is said or done, in the coordinates of `sentenceText`; null where it goes beyond it'),
    eventType: z.string().nullable(),
    actor: z.string().nullable(),
    recipient: z.string().nullable(),
    day: z
      .object({ from: z.string().nullable(), to: z.string().nullable() })
      .readonly()
      .nullable()
      .describe('when it happened or was said, where the words tell'),
    claimId: z.string().nullable().describe('null for who was asked and did not answer'),
    origins: count('independent ones behind the claim'),
    outlets: count('that tell the claim'),
    articles: count('that tell the claim'),
  })
  .readonly()
  .meta({ id: 'ActorLine' })
export type ActorLine = z.infer<typeof actorLineSchema>
