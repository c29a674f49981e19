import { z } from 'zod'
import { problemSchema } from './problem.ts'

/** When an article was published, and how that is known. */
export const publicationDateSchema = z
  .object({
    value: z
      .string()
      .describe('ISO 8601, as exact as `precision` says; the page’s own time zone is kept when it gave one'),
    precision: z.enum(['second', 'minute', 'day', 'month', 'year']),
    basis: z
      .enum(['json-ld', 'meta', 'time-element', 'text', 'url', 'http-header', 'given'])
      .describe('what says so; `given` is the operator’s word (`--date`)'),
  })
  .readonly()
  .meta({ id: 'PublicationDate' })

export type PublicationDate = z.infer<typeof publicationDateSchema>

/** Whom a page credits for a photograph, an illustration or its text. */
export const creditSchema = z
  .object({
    of: z.enum(['photo', 'video', 'graphic', 'text']),
    title: z.string().nullable().describe('the work’s title, where the credit gives one'),
    author: z.string().nullable(),
    agency: z.string().nullable().describe('Reuters in “Jane Doe/Reuters”; the wire of a dateline or byline'),
    licence: z.string().nullable().describe('as printed: “CC BY 2.0”'),
    url: z.string().nullable(),
    text: z.string().describe('the credit as printed'),
  })
  .readonly()
  .meta({ id: 'Credit' })

export type Credit = z.infer<typeof creditSchema>

/** Why a stretch of a page is not part of the article. */
export const dropReasons = [
  'navigation',
  'related',
  'comments',
  'reading-time',
  'credit',
  'caption',
  'share',
  'newsletter',
  'advertisement',
  'footer',
  'byline',
  'date',
  'title',
  'other',
] as const

/** Words of the page that are not the article’s, kept so that nothing is silently lost. */
export const droppedSchema = z
  .object({ text: z.string(), reason: z.enum(dropReasons) })
  .readonly()
  .meta({ id: 'Dropped' })

export type Dropped = z.infer<typeof droppedSchema>

/**
 * One article, taken out of one document.
 *
 * `text` is paragraphs joined by a blank line, without the title, and never changes once the article has
 * its `id`; every span of every reading counts in it. `id` is the SHA-256 of the content, so the same page
 * read by the same extractor is the same article, and a better extractor makes a new one.
 */
export const articleSchema = z
  .object({
    id: z.string().describe('32 hex digits of the SHA-256 of everything below'),
    title: z.string().nullable(),
    byline: z.string().nullable(),
    outlet: z.string().nullable().describe('the publisher, by its own name'),
    url: z.string().nullable(),
    publishedAt: publicationDateSchema.nullable(),
    language: z.string().nullable().describe('BCP 47'),
    text: z.string(),
    credits: z.array(creditSchema).readonly(),
    dropped: z.array(droppedSchema).readonly(),
    stages: z.array(z.string()).readonly().describe('`name@version` of what took the text out'),
    problems: z.array(problemSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Article' })

export type Article = z.infer<typeof articleSchema>

/** @throws {z.ZodError} when the value is no article. */
export const parseArticle = (value: unknown): Article => articleSchema.parse(value)
