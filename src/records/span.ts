import { z } from 'zod'

/**
 * A stretch of `Article.text`: half-open, `start <= i < end`.
 *
 * Unit: UTF-16 code units, so `text.slice(start, end)` is the evidence itself.
 * Always in the coordinates of the article text, never of a sentence or the HTML.
 */
export const spanSchema = z
  .object({
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .readonly()
  .meta({ id: 'Span', description: 'Half-open stretch of the article text, in UTF-16 code units.' })

export type Span = z.infer<typeof spanSchema>
