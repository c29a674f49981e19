import { z } from 'zod'
import { articleSummarySchema } from './article-summary.ts'
import { followedFeedSchema } from './feed.ts'

const count = (what: string) => z.int().nonnegative().describe(what)

/** What our table of outlets, or the analyst’s, says of an outlet. */
export const knownOutletSchema = z
  .object({
    country: z.string().nullable().describe('ISO 3166-1 alpha-3 of where it is at home'),
    isStateRun: z.boolean().describe('owned by a state and edited under it'),
    isWire: z.boolean().describe('others print its reports'),
    owner: z.string().nullable(),
    family: z.string().nullable().describe('outlets of one family share reports'),
    hosts: z.array(z.string()).readonly(),
  })
  .readonly()
  .meta({ id: 'KnownOutlet' })
export type KnownOutlet = z.infer<typeof knownOutletSchema>

/** How the feeds that named an outlet’s articles fare. */
export const feedHealthSchema = z
  .object({
    feeds: count('that are followed and named articles of it'),
    failing: count('of these, that did not answer as they should the last time'),
    paused: count('of these, that are not asked: paused, or gone'),
  })
  .readonly()
  .meta({ id: 'FeedHealth' })

/**
 * What is counted of an outlet: of the current articles in this ledger, and so of what was collected, never of all that
 * it printed.
 */
export const outletSummarySchema = z
  .object({
    key: z.string().describe('the name folded: no capitals, accents or marks'),
    name: z.string().describe('as the table has it, else as its articles do'),
    known: knownOutletSchema.nullable().describe('null where no table of outlets has it: nothing is known'),
    reliability: z
      .string()
      .nullable()
      .describe(
        'the analyst’s Admiralty letter, A to F: given in review, else in their own table; null for none',
      ),
    articles: count('its articles'),
    lastAt: z.string().nullable().describe('when its latest was published, ISO 8601 in UTC'),
    claims: count('claims that an article of it tells'),
    shared: count('of these, that another outlet tells too'),
    first: count(
      'of the shared, that it told before every other outlet here; who only copies another is not first, and of two of one day neither is',
    ),
    own: count(
      'of the claims, that rest on its own reporting: its own voice or unnamed people whom it heard, neither copied nor credited nor cited',
    ),
    copied: count('its articles from which another outlet took words'),
    copies: count('its articles that took words from another outlet, or from a wire that they credit'),
    silentEdits: count('changes of its pages, not of style alone, that no words on the page admit'),
    health: feedHealthSchema,
  })
  .readonly()
  .meta({ id: 'OutletSummary' })
export type OutletSummary = z.infer<typeof outletSummarySchema>

/** Another outlet, with how many articles bind the two. */
export const outletTieSchema = z
  .object({ key: z.string(), name: z.string(), articles: z.int().nonnegative() })
  .readonly()
  .meta({ id: 'OutletTie' })
export type OutletTie = z.infer<typeof outletTieSchema>

/** Everything that is counted of an outlet. */
export const outletProfileSchema = z
  .object({
    ...outletSummarySchema.unwrap().shape,
    names: z.array(z.string()).readonly().describe('how its articles write it'),
    mostCopied: z
      .array(
        z
          .object({ article: articleSummarySchema, outlets: count('others that took words from it') })
          .readonly(),
      )
      .readonly()
      .describe('of its articles that were copied, that of most outlets first, 10 at most'),
    copiesFrom: z.array(outletTieSchema).readonly().describe('whose words its articles took; 20 at most'),
    copiedBy: z.array(outletTieSchema).readonly().describe('who took words from its articles; 20 at most'),
    credits: z
      .array(outletTieSchema)
      .readonly()
      .describe('agencies and outlets that its articles credit or cite for what they tell; 20 at most'),
    feeds: z.array(followedFeedSchema).readonly().describe('that named articles of it'),
  })
  .readonly()
  .meta({ id: 'OutletProfile' })
export type OutletProfile = z.infer<typeof outletProfileSchema>
