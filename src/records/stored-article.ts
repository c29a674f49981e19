import { z } from 'zod'
import { articleSchema } from './article.ts'
import { readingSchema } from './reading.ts'

/** An article with what was read in it and where it came from. */
export const storedArticleSchema = z
  .object({
    article: articleSchema,
    reading: readingSchema.nullable().describe('the current reading; null when the article was never read'),
    document: z
      .object({
        id: z.string(),
        mediaType: z.string().nullable(),
        sizeBytes: z.int().nonnegative(),
        sightings: z
          .array(
            z
              .object({
                where: z.string().describe('the address or the file, or `-` for standard input'),
                collectedAt: z.string().describe('ISO 8601 in UTC'),
                lastCollectedAt: z
                  .string()
                  .describe('the last collect at which it was still so, ISO 8601 in UTC'),
              })
              .readonly(),
          )
          .readonly()
          .describe('where documents that gave this article were seen, the first first'),
      })
      .readonly()
      .describe('the document that it was first taken out of'),
  })
  .readonly()
  .meta({ id: 'StoredArticle' })
export type StoredArticle = z.infer<typeof storedArticleSchema>
