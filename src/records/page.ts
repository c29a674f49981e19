import { z } from 'zod'

/**
 * One state of a page: what it said from one collect to another.
 *
 * Two states in a row differ in title, text, byline or date of publication; other bytes around the same article (an
 * advertisement, a list of links) are the same version. What a page says again after it said something else is a version
 * again, of the same article.
 */
export const pageVersionSchema = z
  .object({
    n: z.int().positive().describe('1 is the earliest that was seen'),
    articleId: z.string(),
    title: z.string().nullable(),
    modifiedAt: z.string().nullable().describe('when the page says that it was last changed'),
    firstSeenAt: z.string().describe('ISO 8601 in UTC: the first collect that gave it'),
    lastSeenAt: z.string().describe('the last collect that gave it before another was given'),
    places: z.array(z.string()).readonly().describe('the addresses and files that gave it, the first first'),
    isCurrent: z.boolean().describe('the one that is listed and weighed'),
  })
  .readonly()
  .meta({ id: 'PageVersion' })

export type PageVersion = z.infer<typeof pageVersionSchema>

/** One article’s place in the world: its addresses, and its versions in the order in which they were collected. */
export const pageSchema = z
  .object({
    id: z.string(),
    address: z
      .string()
      .describe('the one to show; addresses that the page merely claims come after those it was seen at'),
    addresses: z
      .array(z.string())
      .readonly()
      .describe('every address at which it was seen, and those that lead to it'),
    versions: z.array(pageVersionSchema).readonly().describe('the earliest first'),
  })
  .readonly()
  .meta({ id: 'Page' })

export type Page = z.infer<typeof pageSchema>
