import { z } from 'zod'

const cslDateSchema = z
  .object({
    'date-parts': z
      .array(z.array(z.int()).min(1).max(3).readonly())
      .length(1)
      .readonly()
      .describe('one day: year, month, day; as many of them as are known'),
  })
  .readonly()

/**
 * A reference as reference managers read it (CSL-JSON 1.0, Citation Style Language): Zotero, Mendeley and Pandoc take an
 * array of these. Field names are the standard’s.
 */
export const cslItemSchema = z
  .object({
    id: z.string().describe('`hearsay:` with article and span, so that two quotes of one article are two'),
    type: z.literal('article-newspaper'),
    title: z.string().optional(),
    author: z
      .array(z.object({ literal: z.string() }).readonly())
      .readonly()
      .optional()
      .describe('names as printed: which part of one is the family’s is not guessed'),
    'container-title': z.string().optional().describe('the outlet'),
    issued: cslDateSchema.optional(),
    accessed: cslDateSchema.optional().describe('the day the page was first collected, in UTC'),
    URL: z.string().optional(),
    language: z.string().optional().describe('BCP 47'),
    archive: z.literal('Hearsay'),
    archive_location: z.string().describe('id of the article, with the span where words are quoted'),
    note: z.string().optional().describe('the quote, and when its page was collected'),
  })
  .readonly()
  .meta({ id: 'CslItem' })
export type CslItem = z.infer<typeof cslItemSchema>
