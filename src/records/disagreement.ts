import { z } from 'zod'

/** In what reports of one claim, or two claims, differ. */
export const disagreementKinds = ['denial', 'doubt', 'polarity', 'figure', 'day', 'place', 'actor'] as const

/** One side of a disagreement. */
export const disagreementSideSchema = z
  .object({
    value: z.string().describe('as said: “at least 12 killed”, “denied”, “18 November”'),
    reports: z.array(z.string()).readonly().describe('ids, the earliest first'),
    origins: z.array(z.string()).readonly().describe('ids of the origins that stand on this side'),
  })
  .readonly()
  .meta({ id: 'DisagreementSide' })

/** What does not fit together, side by side; never a verdict on who is right. */
export const disagreementSchema = z
  .object({
    kind: z.enum(disagreementKinds),
    isUpdate: z
      .boolean()
      .describe('a later count by the same origin, or one that has only grown: news, no conflict'),
    otherClaim: z
      .string()
      .nullable()
      .describe('id of the claim that stands against this one, where it is another'),
    sides: z.array(disagreementSideSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'Disagreement' })
export type Disagreement = z.infer<typeof disagreementSchema>
