import { z } from 'zod'

/** By what lists of claims can be grouped. */
export const claimGroupings = ['story', 'actor', 'source', 'outlet', 'type', 'day'] as const
export type ClaimGrouping = (typeof claimGroupings)[number]

/** Claims that have one thing in common. A claim of two actors stands in the groups of both. */
export const claimGroupSchema = z
  .object({
    key: z
      .string()
      .describe(
        'id of the story, day of the first report (UTC), or key of the facet; empty for the claims that have none',
      ),
    name: z
      .string()
      .nullable()
      .describe('for people; null for a story without a title and where there is none'),
    claims: z.int().positive(),
    disputed: z
      .int()
      .nonnegative()
      .describe('those of the claims on which something stands against something'),
  })
  .readonly()
  .meta({ id: 'ClaimGroup' })
export type ClaimGroup = z.infer<typeof claimGroupSchema>
