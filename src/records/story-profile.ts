import { z } from 'zod'

/** What a term of a profile is; known: a name that the gazetteer has, which runs through many stories. */
export const storyTermKinds = ['word', 'name', 'known', 'number'] as const

/**
 * A word that carries what an article tells: the word folded (lower case, no accents; a lemma unless a name), its kind,
 * its weight in the whole and its weight in title and lead (thousandths of unit vectors; 0: not there), and how a name
 * is printed where capitals and accents matter.
 */
export const storyTermSchema = z
  .tuple([
    z.string(),
    z.enum(storyTermKinds),
    z.int().min(0).max(1000),
    z.int().min(0).max(1000),
    z.string().nullable(),
  ])
  .readonly()
export type StoryTerm = z.infer<typeof storyTermSchema>

/** What of an article tells which happening it reports; about 3 kB, and all that stories are made from. */
export const storyProfileSchema = z
  .object({
    articleId: z.string(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    publishedAt: z.string().nullable().describe('null where not even the day is known'),
    terms: z.array(storyTermSchema).readonly().describe('in order of the folded words'),
    events: z
      .array(
        z
          .object({
            type: z.string().describe('PLOVER type'),
            actor: z.string().nullable().describe('last word of the name, folded'),
            recipient: z.string().nullable(),
          })
          .readonly(),
      )
      .readonly()
      .describe('those that title and lead tell, each once'),
    days: z.array(z.string()).readonly().describe('days that the lead names, ISO 8601, in order'),
    weekdays: z
      .array(z.string())
      .readonly()
      .describe('weekdays that the lead names, where the article has no day to place them by'),
  })
  .readonly()
  .meta({ id: 'StoryProfile' })
export type StoryProfile = z.infer<typeof storyProfileSchema>

/** @throws {z.ZodError} when the value is no profile. */
export const parseStoryProfile = (value: unknown): StoryProfile => storyProfileSchema.parse(value)
