import { z } from 'zod'

/** Of whom there are pages. */
export const namePageKinds = ['actor', 'outlet'] as const
export type NamePageKind = (typeof namePageKinds)[number]

/** A name that has a page of its own, and the key that the page is found by. */
export const namePageSchema = z
  .object({ name: z.string().describe('as it was asked for'), key: z.string() })
  .readonly()
  .meta({ id: 'NamePage' })
export type NamePage = z.infer<typeof namePageSchema>
