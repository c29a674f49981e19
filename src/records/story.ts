import { z } from 'zod'

/** Why two articles tell one happening, in words that a reader can check. */
export const storyLinkSchema = z
  .object({
    a: z.string().describe('id of an article; the lesser of the two'),
    b: z.string(),
    score: z.number().min(0).max(1),
    basis: z
      .array(z.string())
      .readonly()
      .describe('what they share, weightiest first: names, rare words, events, days'),
  })
  .readonly()
  .meta({ id: 'StoryLink' })
export type StoryLink = z.infer<typeof storyLinkSchema>

/** The reports of one happening across outlets. */
export const storySchema = z
  .object({
    id: z.string().describe('id of its earliest article'),
    title: z.string().nullable().describe('the headline of the article that shares most with the others'),
    articles: z.array(z.string()).readonly().describe('ids, the earliest first'),
    outlets: z.array(z.string()).readonly(),
    firstPublishedAt: z.string().nullable(),
    lastPublishedAt: z.string().nullable(),
    about: z.array(z.string()).readonly().describe('names and words that most of its articles share'),
    links: z.array(storyLinkSchema).readonly().describe('why they are one story'),
  })
  .readonly()
  .meta({ id: 'Story' })
export type Story = z.infer<typeof storySchema>
