import { z } from 'zod'

const countsShape = {
  names: z.array(z.string()).readonly().describe('as the articles have it'),
  claims: z.int().positive().describe('events, each once however many report it'),
  origins: z.int().nonnegative().describe('independent origins behind these, each once'),
  claimIds: z.array(z.string()).readonly().describe('of most origins first, at most 50'),
}

/** A town where events happened. */
export const mapPointSchema = z
  .object({
    ...countsShape,
    name: z.string().describe('as our table has it'),
    country: z.string().describe('ISO 3166-1 alpha-3'),
    lat: z.number().describe('degrees north'),
    lon: z.number().describe('degrees east'),
  })
  .readonly()
  .meta({ id: 'MapPoint' })

/** A country somewhere in which events happened: nothing nearer is told. */
export const mapCountrySchema = z
  .object({ ...countsShape, name: z.string(), country: z.string().describe('ISO 3166-1 alpha-3') })
  .readonly()
  .meta({ id: 'MapCountry' })

/** A place that is on no map. */
export const unplacedSchema = z
  .object({
    ...countsShape,
    countries: z
      .array(z.string())
      .readonly()
      .describe(
        'ISO 3166-1 alpha-3 of countries that have a town of this name; empty for a name that no table has',
      ),
  })
  .readonly()
  .meta({ id: 'UnplacedEvents' })

/** Where events happened. An event that reports put in two places stands at both. */
export const eventMapSchema = z
  .object({
    points: z.array(mapPointSchema).readonly().describe('of most origins first'),
    countries: z.array(mapCountrySchema).readonly().describe('of most origins first'),
    unplaced: z
      .array(unplacedSchema)
      .readonly()
      .describe('names that could not be placed, of most claims first'),
    withoutPlace: z.int().nonnegative().describe('events of which no place is told'),
  })
  .readonly()
  .meta({ id: 'EventMap' })
export type EventMap = z.infer<typeof eventMapSchema>
