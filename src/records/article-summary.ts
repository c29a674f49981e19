import { z } from 'zod'
import { publicationDateSchema } from './article.ts'

/** One line of a list of articles: enough to choose by, without the text. */
export const articleSummarySchema = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    publishedAt: publicationDateSchema.nullable(),
    url: z.string().nullable(),
    language: z.string().nullable().describe('BCP 47'),
    where: z.string().describe('where its document was first collected: an address, a path, or `-`'),
    statements: z.int().nonnegative().describe('in its current reading; 0 when it was never read'),
    events: z.int().nonnegative().describe('in its current reading; 0 when it was never read'),
    problems: z.int().nonnegative().describe('of the article and of its current reading'),
    words: z.int().nonnegative().describe('in its text, parted by white space'),
    addedAt: z.string().describe('when the ledger got it, ISO 8601 in UTC'),
  })
  .readonly()
  .meta({ id: 'ArticleSummary' })

export type ArticleSummary = z.infer<typeof articleSummarySchema>
