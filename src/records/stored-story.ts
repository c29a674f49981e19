import { z } from 'zod'
import { articleSummarySchema } from './article-summary.ts'
import { claimSchema } from './claim.ts'
import { copySchema } from './copy.ts'
import { storySchema } from './story.ts'
import { storyOutletSchema } from './story-outlet.ts'

/** An article of a story, with those that were taken from it. */
export const storyArticleSchema = z
  .object({
    article: articleSummarySchema,
    copies: z
      .array(z.object({ article: articleSummarySchema, copy: copySchema }).readonly())
      .readonly()
      .describe('the earliest first; one that was taken from several stands under the one that gave it most'),
  })
  .readonly()
  .meta({ id: 'StoryArticle' })
export type StoryArticle = z.infer<typeof storyArticleSchema>

/** A story as a reader asks for it. */
export const storedStorySchema = z
  .object({
    story: storySchema,
    articles: z
      .array(storyArticleSchema)
      .readonly()
      .describe('those that nothing says to be a copy of another of the story, the earliest first'),
    claims: z
      .array(claimSchema)
      .readonly()
      .describe('the first 200 that its articles report, in the order of the list of claims'),
    outlets: z
      .array(storyOutletSchema)
      .readonly()
      .describe('side by side, of all its claims; that of the earliest article first'),
    nextClaimCursor: z.string().nullable().describe('where the list of its claims goes on; null at its end'),
  })
  .readonly()
  .meta({ id: 'StoredStory' })
export type StoredStory = z.infer<typeof storedStorySchema>
