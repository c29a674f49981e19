import { z } from 'zod'
import { problemSchema } from './problem.ts'
import { spanSchema } from './span.ts'

/** When an article was published, and how that is known. */
export const publicationDateSchema = z
  .object({
    value: z
      .string()
      .describe('ISO 8601, as exact as `precision` says; the page’s own time zone is kept when it gave one'),
    precision: z.enum(['second', 'minute', 'day', 'month', 'year']),
    basis: z
      .enum(['json-ld', 'meta', 'time-element', 'feed', 'text', 'url', 'http-header', 'given'])
      .describe(
        'what says so; `feed` is the feed, sitemap or list that named the page, `given` the operator (`--date`)',
      ),
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
    licence: z.string().nullable().default(null).describe('as printed: “CC BY 2.0”'),
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

/** What a stretch of the text is; whatever lies in none is a paragraph of running text. */
export const blockSchema = z
  .object({
    kind: z.enum(['heading', 'quote', 'list-item', 'table-row', 'post', 'question']),
    span: spanSchema,
    at: z
      .string()
      .nullable()
      .describe('ISO 8601: when a `post` of a live page was written, where it says so'),
  })
  .readonly()
  .meta({ id: 'Block', description: '`post` is one entry of a live page; `question` an interviewer’s.' })

export type Block = z.infer<typeof blockSchema>

/** A link inside the text: what the article cites, and in which words. */
export const linkSchema = z
  .object({
    span: spanSchema.describe('the words that are the link'),
    url: z.string().describe('absolute, http or https'),
  })
  .readonly()
  .meta({ id: 'Link' })

export type Link = z.infer<typeof linkSchema>

/** A picture of the article. */
export const imageSchema = z
  .object({
    url: z.string().describe('absolute, http or https'),
    alt: z.string().nullable(),
    caption: z.string().nullable(),
    credit: z.string().nullable().describe('as printed'),
  })
  .readonly()
  .meta({ id: 'Image' })

export type Image = z.infer<typeof imageSchema>

/** Where and by whom an article says it was written: “MINSK, 4 March (Belta) –”. */
export const datelineSchema = z
  .object({
    place: z.string().nullable(),
    agency: z.string().nullable(),
    text: z.string().describe('as printed, without what divides it from the text'),
  })
  .readonly()
  .meta({ id: 'Dateline' })

export type Dateline = z.infer<typeof datelineSchema>

/**
 * One article, taken out of one document.
 *
 * `text` is paragraphs joined by a blank line, without the title, and never changes once the article has
 * its `id`; every span of every reading counts in it. `id` is the SHA-256 of the content, so the same page
 * read by the same extractor is the same article, and a better extractor makes a new one. Fields with a default are
 * absent from articles that earlier versions stored.
 */
export const articleSchema = z
  .object({
    id: z.string().describe('32 hex digits of the SHA-256 of everything below'),
    title: z.string().nullable(),
    byline: z.string().nullable().describe('as printed, or as the page’s data have it'),
    authors: z
      .array(z.string())
      .readonly()
      .default([])
      .describe('people alone; agencies are in `credits`, desks in `byline`'),
    outlet: z.string().nullable().describe('the publisher, by its own name'),
    url: z.string().nullable(),
    publishedAt: publicationDateSchema.nullable(),
    modifiedAt: publicationDateSchema
      .nullable()
      .default(null)
      .describe('when the page says that it was last changed'),
    dateline: datelineSchema.nullable().default(null),
    licence: z
      .string()
      .nullable()
      .default(null)
      .describe('of the text, as the page declares it: a name or an address'),
    language: z.string().nullable().describe('BCP 47'),
    text: z.string(),
    blocks: z
      .array(blockSchema)
      .readonly()
      .default([])
      .describe('in the order of the text; none lies across another'),
    links: z.array(linkSchema).readonly().default([]).describe('in the order of the text'),
    images: z.array(imageSchema).readonly().default([]),
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
